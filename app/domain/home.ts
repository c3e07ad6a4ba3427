import type { Role } from './actor';

/** What the first page counts for each role: first what waits for the reader, then what goes on. */
const homeKeysOf = {
  foundation_staff: {
    waiting: ['pledges_unanswered'],
    going: ['donations_accepted', 'shipments_on_road', 'donations_closed'],
  },
  depot_staff: {
    waiting: ['pledges_to_answer', 'donations_to_count', 'goods_to_send', 'shipments_draft'],
    going: ['shipments_coming', 'shipments_gone'],
  },
  centre_coordinator: {
    waiting: [
      'shipments_coming',
      'requests_returned',
      'requests_draft',
      'handouts_open',
      'sign_offs_disputed',
      'donations_to_count',
    ],
    going: ['requests_submitted', 'requests_approved'],
  },
  township_officer: {
    waiting: ['requests_to_decide'],
    going: ['requests_approved', 'shipments_on_road', 'handouts_open'],
  },
  bureau_officer: {
    waiting: ['requests_to_decide', 'needs_open', 'pledges_to_answer', 'sign_offs_disputed'],
    going: ['shipments_on_road', 'handouts_open', 'items_in_stock'],
  },
  administrator: {
    waiting: ['invitations_open'],
    going: ['people', 'organisations', 'places'],
  },
} as const satisfies Record<Role, Record<'waiting' | 'going', readonly string[]>>;

type Keys = (typeof homeKeysOf)[Role];
export type HomeKey = Keys['waiting'][number] | Keys['going'][number];

export function homeKeys(role: Role): { waiting: readonly HomeKey[]; going: readonly HomeKey[] } {
  return homeKeysOf[role];
}
