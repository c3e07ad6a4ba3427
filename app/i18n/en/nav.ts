import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/nav';

export default {
  main: 'Main navigation',
  home: 'Home',
  donations: 'Donations',
  intake: 'Intake',
  stock: 'Stock',
  requests: 'Requests',
  map: 'Map',
  desk: 'Allocation',
  plans: 'Plans',
  wantedGoods: 'What to give',
  shipments: 'Shipments',
  handouts: 'Hand-outs',
  register: 'Households',
  campaigns: 'Campaigns',
  organisations: 'Organisations',
  catalogue: 'Catalogue',
  people: 'Users',
  trace: 'Trace',
  more: 'More',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'My account',
  switchMembership: 'Switch post',
  language: 'Language',
} satisfies Translation<typeof zhCN>;
