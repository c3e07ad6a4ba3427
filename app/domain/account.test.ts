import { describe, expect, it } from 'vitest';
import { newAccountSchema, passwordRefusal, plainLogin } from './account';

describe('passwordRefusal', () => {
  it.each([
    ['九个字符的口令啊啊', 'password.too_short'],
    ['十个字符的口令一二三', undefined],
    ['x'.repeat(129), 'password.too_long'],
    ['Wei.Xiaohua', 'password.like_login'],
    ['13800000000', 'password.like_login'],
    ['Woaini1314', 'password.too_common'],
    ['aaaaaaaaaaab', 'password.too_common'],
    ['rice for a village', undefined],
  ])('%s: %s', (password, expected) => {
    expect(passwordRefusal(password, ['wei.xiaohua', '13800000000', undefined])).toBe(expected);
  });
});

describe('plainLogin', () => {
  it.each([
    ['Wei.Xiaohua ', 'wei.xiaohua'],
    ['138 0000 0000', '13800000000'],
    ['+86 13800000000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['12345', '12345'],
  ])('%s: %s', (typed, expected) => {
    expect(plainLogin(typed)).toBe(expected);
  });
});

describe('newAccountSchema', () => {
  const typed = {
    name: ' 韦小花 ',
    userName: 'Wei.Xiaohua',
    phone: '138 0000 0000',
    password: 'rice for a village',
    passwordAgain: 'rice for a village',
  };

  it('takes a person as typed', () => {
    expect(newAccountSchema.parse(typed)).toMatchObject({
      name: '韦小花',
      userName: 'wei.xiaohua',
      phone: '13800000000',
    });
  });

  it.each([
    ['userName', { userName: '13800000001' }, 'account.user_name_form'],
    ['userName', { userName: 'ab' }, 'account.user_name_form'],
    ['phone', { phone: '0774-5123456' }, 'phone.form'],
    ['password', { password: 'short', passwordAgain: 'short' }, 'password.too_short'],
    ['passwordAgain', { passwordAgain: 'another one' }, 'password.repeat_differs'],
  ])('tells at %s about %o', (field, changed, code) => {
    const parsed = newAccountSchema.safeParse({ ...typed, ...changed });
    expect(parsed.error?.issues).toContainEqual(
      expect.objectContaining({ path: [field], message: code }),
    );
  });
});
