import type { HomeKey } from '~/domain/home';
import { paths } from '~/paths';

/** Where each counted thing is done or seen, filtered to what was counted. */
export const taskPaths: Record<HomeKey, string> = {
  pledges_unanswered: `${paths.donations}?status=pledged`,
  pledges_to_answer: `${paths.donations}?status=pledged`,
  donations_to_count: paths.intake,
  donations_accepted: `${paths.donations}?status=accepted`,
  donations_closed: `${paths.donations}?status=closed`,
  goods_to_send: paths.newShipment,
  shipments_draft: `${paths.shipments}?status=draft`,
  shipments_coming: `${paths.shipments}?direction=in`,
  shipments_gone: `${paths.shipments}?direction=out`,
  shipments_on_road: `${paths.shipments}?status=dispatched`,
  requests_returned: `${paths.requests}?status=returned`,
  requests_draft: `${paths.requests}?status=draft`,
  requests_submitted: `${paths.requests}?status=submitted`,
  requests_to_decide: `${paths.requests}?status=submitted`,
  requests_approved: `${paths.requests}?status=approved`,
  needs_open: paths.desk,
  handouts_open: `${paths.handouts}?status=open`,
  sign_offs_disputed: `${paths.handouts}?status=disputed`,
  items_in_stock: paths.stock,
  invitations_open: paths.people,
  people: paths.people,
  organisations: paths.organisations,
  places: paths.organisations,
};
