export default {
  signInTitle: '登录',
  signInLead: '捐赠方、仓库、活动中心和民政部门的工作人员从这里进入。',
  login: '用户名或手机号',
  password: '密码',
  signIn: '登录',
  noAccount: '没有账号，或者忘了密码？请联系管理员，由管理员发给您邀请链接。',
  expiredTitle: '您的登录已过期',
  expiredKeptTitle: '您填写的内容都还在',
  expiredKept: '重新登录后，系统会接着提交刚才的内容，不用重填。',
  expiredLost:
    '刚才提交的内容太多，或者是自动发送的，没有能保留下来，也没有保存。请登录后重新办理。',
} as const;
