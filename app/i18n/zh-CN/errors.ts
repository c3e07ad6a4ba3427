import type { ErrorCode } from '~/domain/error';

/** Each says what happened, what was kept and what to do. A code without its text does not compile. */
export default {
  'form.required': '这一项必须填写。',
  'form.invalid': '这一项的内容不合要求，请检查后重填。',
  'form.too_long': '这一项太长了，请写短一些。',
  'form.too_large': '这个数太大了，请核对有没有多写了零。',
  'form.not_a_number': '请填写阿拉伯数字，例如 120。',
  'form.not_positive': '数量要大于 0。',
  'form.not_a_day': '没有这一天，请按“年-月-日”填写，例如 2025-12-05。',
  'form.unknown_choice': '没有这个选项，请重新选择。',
  'form.nothing_entered': '还没有填写任何数量，请至少填一项。',
  'form.origin': '这次提交不是从本系统的页面发出的，已经拦下，什么都没有保存。请从本系统重新打开页面再提交。',
  'access.signed_out': '登录已过期，这次没有保存。请重新登录，您填的内容会保留。',
  'access.role': '您当前的任职不能办理这项业务，什么都没有改动。如有其他任职，请在右上角切换。',
  'access.division': '这条记录不在您的辖区之内，什么都没有改动。',
  'access.organisation': '这条记录属于别的机构，什么都没有改动。',
  'access.membership_changed':
    '这张表是用您的另一个任职打开的，这次没有保存。请切换回那个任职，或刷新页面后重填。',
  'access.same_user': '上一步是您自己办的，这一步要由另一位同事来办，以便互相核对。',
  'access.not_found': '没有找到这条记录，或者它不归您查看。请核对编号。',
  'record.status': '这条记录现在的状态不能办理这一步，什么都没有改动。请刷新页面，看看最新情况。',
  'record.stale': '您打开之后，这条记录已被他人修改，这次没有保存。请刷新页面，核对后再提交。',
  'command.key_reused':
    '这张表已经提交过，内容与这次不同，这次没有保存。请重新打开页面，确认上次的结果后再办。',
  'command.busy': '同时办理的人较多，这次没有办成，什么都没有改动。请稍等几秒再提交一次。',
} as const satisfies Record<ErrorCode, string>;
