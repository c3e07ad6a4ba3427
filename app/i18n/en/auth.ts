import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/auth';

export default {
  signInTitle: 'Sign in',
  signInLead: 'For the staff of foundations, depots, village centres and civil-affairs offices.',
  login: 'User name or mobile number',
  password: 'Password',
  signIn: 'Sign in',
  noAccount: 'No account, or password forgotten? Ask an administrator for an invitation link.',
  expiredTitle: 'You have been signed out',
  expiredKeptTitle: 'Everything you typed is still here',
  expiredKept: 'Sign in again, and what you typed is sent again. Nothing has to be retyped.',
  expiredLost:
    'What was sent was too large to keep, or was sent automatically. It has not been saved. Please sign in and do it again.',
} satisfies Translation<typeof zhCN>;
