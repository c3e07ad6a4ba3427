import { z } from 'zod';
import type { Role } from './actor';
import type { ErrorCode } from './error';
import type { OrganisationKind } from './organisation';
import { plainText } from './number-text';
import { parseMobile } from './phone';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** Begins with a letter, so that it can never be taken for a phone number. */
const USER_NAME = /^[a-z][a-z0-9_.]{2,29}$/;

/** What is typed at sign-in, as it is stored: a user name in small letters, a phone number as 11 digits. */
export function plainLogin(typed: string): string {
  const mobile = parseMobile(typed);
  return mobile.ok ? mobile.value : plainText(typed).toLowerCase();
}

export const PASSWORD_MIN = 10;
/** Longer ones would only cost time to hash. */
export const PASSWORD_MAX = 128;

/** Chosen too often (published lists of leaked passwords, the long ones), compared without case. */
const COMMON_PASSWORDS = new Set(
  `
  1234567890 0123456789 9876543210 0987654321 12345678910 1234567891 123456789a 123456789abc
  a123456789 abc1234567 1234512345 1122334455 147258369. 1472583690 5201314520 5201314521
  woaini1314 woaini521314 woaini5201314 1314520520 aa12345678 a1234567890 qq123456789
  asd123456789 qwertyuiop qwerty12345 qwerty1234 qwer123456 1qaz2wsx3edc 1q2w3e4r5t
  1q2w3e4r5t6y asdfghjkl; zxcvbnm123 password12 password123 password1234 passw0rd123
  p@ssw0rd123 p@ssword123 admin12345 admin123456 administrator iloveyou123 letmein123
  welcome123 welcome1234 nuanqiao123 nuanqiao2025 nuanqiao2026 qq12345678 zhang123456
  wang123456 liu1234567 abcdefghij`
    .trim()
    .split(/\s+/),
);

/** Why a password may not be chosen. Length counts characters, and nothing forces odd ones (NIST SP 800-63B). */
export function passwordRefusal(
  password: string,
  logins: readonly (string | undefined)[],
): ErrorCode | undefined {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) return 'password.too_short';
  if (length > PASSWORD_MAX) return 'password.too_long';
  const plain = password.toLowerCase();
  if (logins.some((login) => login && plain === login.toLowerCase())) return 'password.like_login';
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size <= 2) return 'password.too_common';
  return undefined;
}

/** Roles that an organisation's people may have. */
const rolesOfKind = {
  foundation: ['foundation_staff'],
  // A reserve depot also gives: it pledges what it stores for the public.
  depot: ['depot_staff', 'foundation_staff'],
  centre: ['centre_coordinator'],
  township_office: ['township_officer'],
  // A bureau may run its own reserve depot.
  bureau: ['bureau_officer', 'depot_staff'],
  operator: ['administrator'],
} as const satisfies Record<OrganisationKind, readonly Role[]>;

export function rolesFor(kind: OrganisationKind): readonly Role[] {
  return rolesOfKind[kind];
}

const personName = z.string().trim().min(1).max(60);

const loginFields = {
  name: personName,
  userName: z
    .string()
    .transform((typed) => plainText(typed).toLowerCase())
    .refine((name) => USER_NAME.test(name), 'account.user_name_form'),
  phone: z.string().transform((typed, context) => {
    const mobile = parseMobile(typed);
    if (mobile.ok) return mobile.value;
    context.addIssue({ code: 'custom', message: mobile.error.code });
    return z.NEVER;
  }),
  password: z.string(),
  passwordAgain: z.string(),
};

interface ChosenPassword {
  userName: string;
  phone: string;
  password: string;
  passwordAgain: string;
}

function checkPassword(value: ChosenPassword, context: z.core.$RefinementCtx): void {
  const refused = passwordRefusal(value.password, [value.userName, value.phone]);
  if (refused) context.addIssue({ code: 'custom', message: refused, path: ['password'] });
  if (value.password !== value.passwordAgain) {
    context.addIssue({
      code: 'custom',
      message: 'password.repeat_differs',
      path: ['passwordAgain'],
    });
  }
}

/** A person's new account, as the invited person types it. */
export const newAccountSchema = z.object(loginFields).superRefine(checkPassword);

/** The first organisation and its administrator. */
export const setupSchema = z
  .object({
    organisationName: z.string().trim().min(2).max(100),
    division: z.string().trim().min(1).max(60),
    ...loginFields,
  })
  .superRefine(checkPassword);

const chosenTwice = { password: z.string(), passwordAgain: z.string() };
const checkChosen = (
  value: { password: string; passwordAgain: string },
  context: z.core.$RefinementCtx,
) => checkPassword({ ...value, userName: '', phone: '' }, context);

export const changePasswordSchema = z
  .object({ currentPassword: z.string().min(1), ...chosenTwice })
  .superRefine(checkChosen);

/** A new password of somebody who forgot the old one. */
export const resetPasswordSchema = z.object(chosenTwice).superRefine(checkChosen);

/** What is kept of a new person; the password only as a slow hash. */
export interface NewPerson {
  name: string;
  userName: string;
  phone: string;
  passwordHash: string;
}
