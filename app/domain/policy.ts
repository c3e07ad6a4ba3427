import type { Actor, Role } from './actor';
import { contains, divisionPrefix } from './division';
import { domainError, type Result } from './result';
import type { DomainError } from './error';

/** Which role may do which action. */
const rolesOf = {
  'organisation.register': ['administrator', 'bureau_officer'],
  'organisation.amend': ['administrator', 'bureau_officer'],
  'organisation.end': ['administrator', 'bureau_officer'],
  'organisation.restore': ['administrator'],
  'place.register': ['administrator', 'bureau_officer'],
  'place.amend': ['administrator', 'bureau_officer', 'depot_staff', 'centre_coordinator'],
  'place.end': ['administrator', 'bureau_officer'],
  'place.restore': ['administrator'],
  'programme.open': ['administrator', 'bureau_officer', 'centre_coordinator'],
  'programme.close': ['administrator', 'bureau_officer', 'centre_coordinator'],
  'user.invite': ['administrator'],
  'invitation.withdraw': ['administrator'],
  'membership.end': ['administrator'],
  'membership.change': ['administrator'],
  'password.reset': ['administrator'],
  'session.revoke_other': ['administrator'],
  'item.amend': ['administrator'],
  'campaign.open': ['bureau_officer', 'administrator'],
  'campaign.amend': ['bureau_officer', 'administrator'],
  'campaign.close': ['bureau_officer', 'administrator'],
  'donation.pledge': ['foundation_staff'],
  'donation.withdraw': ['foundation_staff'],
  'donation.accept': ['depot_staff', 'bureau_officer'],
  'donation.decline': ['depot_staff', 'bureau_officer'],
  'donation.close': ['depot_staff', 'bureau_officer'],
  'donation.reopen': ['depot_staff', 'bureau_officer'],
  'donation.reopen_line': ['depot_staff', 'centre_coordinator', 'bureau_officer'],
  'intake.count': ['depot_staff', 'centre_coordinator'],
  'stock.quarantine': ['depot_staff', 'centre_coordinator'],
  'stock.unquarantine': ['depot_staff', 'centre_coordinator'],
  'stock.write_off': ['depot_staff', 'centre_coordinator'],
  'stock.find': ['depot_staff', 'centre_coordinator'],
  'stock.return': ['depot_staff', 'centre_coordinator'],
  'stocktake.count': ['depot_staff', 'centre_coordinator'],
  'parcel.pack': ['depot_staff', 'centre_coordinator'],
  'parcel.open': ['depot_staff', 'centre_coordinator'],
  'movement.reverse': ['depot_staff', 'centre_coordinator'],
  'request.draft': ['centre_coordinator'],
  'request.amend': ['centre_coordinator'],
  'request.submit': ['centre_coordinator'],
  'request.withdraw': ['centre_coordinator'],
  'request.approve': ['township_officer', 'bureau_officer'],
  'request.return': ['township_officer', 'bureau_officer'],
  'request.close': ['centre_coordinator', 'bureau_officer'],
  'allocation.make': ['bureau_officer'],
  'allocation.release': ['bureau_officer'],
  'plan.draft': ['bureau_officer'],
  'plan.read': ['bureau_officer', 'administrator'],
  'plan.change': ['bureau_officer'],
  'plan.submit': ['bureau_officer'],
  'plan.approve': ['bureau_officer'],
  'plan.reject': ['bureau_officer'],
  'plan.apply': ['bureau_officer'],
  'plan.renew': ['bureau_officer'],
  'wanted_goods.read': ['foundation_staff', 'bureau_officer', 'administrator'],
  'shipment.draft': ['depot_staff', 'centre_coordinator'],
  'shipment.amend': ['depot_staff', 'centre_coordinator'],
  'shipment.cancel': ['depot_staff', 'centre_coordinator'],
  'shipment.dispatch': ['depot_staff', 'centre_coordinator'],
  'shipment.receive': ['depot_staff', 'centre_coordinator'],
  'shipment.claim_over': ['depot_staff', 'centre_coordinator'],
  'shipment.confirm_over': ['depot_staff', 'centre_coordinator'],
  'shipment.find': ['depot_staff', 'centre_coordinator'],
  'handout.open': ['centre_coordinator'],
  'handout.amend': ['centre_coordinator'],
  'handout.close': ['centre_coordinator'],
  'sign_off.record': ['centre_coordinator'],
  'sign_off.post': ['centre_coordinator'],
  'sign_off.reverse': ['centre_coordinator'],
  'goods.use': ['centre_coordinator'],
  'person.register': ['centre_coordinator'],
  'person.amend': ['centre_coordinator'],
  'household.amend': ['centre_coordinator'],
  'person.read': ['centre_coordinator', 'township_officer', 'bureau_officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof rolesOf;

/** In which status of the record; 'any' where the record has none or it does not matter. */
const statusesOf = {
  'organisation.register': 'any',
  'organisation.amend': ['running'],
  'organisation.end': ['running'],
  'organisation.restore': ['ended'],
  'place.register': ['running'],
  'place.amend': ['running'],
  'place.end': ['running'],
  'place.restore': ['ended'],
  'programme.open': ['running'],
  'programme.close': 'any',
  'user.invite': 'any',
  'invitation.withdraw': 'any',
  'membership.end': 'any',
  'membership.change': 'any',
  'password.reset': 'any',
  'session.revoke_other': 'any',
  'item.amend': 'any',
  'campaign.open': 'any',
  'campaign.amend': ['open'],
  'campaign.close': ['open'],
  'donation.pledge': 'any',
  'donation.withdraw': ['pledged'],
  'donation.accept': ['pledged'],
  'donation.decline': ['pledged'],
  'donation.close': ['accepted'],
  'donation.reopen': ['closed'],
  'donation.reopen_line': ['accepted'],
  'intake.count': ['accepted'],
  'stock.quarantine': 'any',
  'stock.unquarantine': 'any',
  'stock.write_off': 'any',
  'stock.find': 'any',
  'stock.return': 'any',
  'stocktake.count': 'any',
  'parcel.pack': 'any',
  'parcel.open': 'any',
  'movement.reverse': 'any',
  'request.draft': 'any',
  'request.amend': ['draft', 'returned'],
  'request.submit': ['draft', 'returned'],
  'request.withdraw': ['draft', 'submitted', 'returned'],
  'request.approve': ['submitted'],
  'request.return': ['submitted'],
  'request.close': ['approved'],
  'allocation.make': ['approved'],
  'allocation.release': ['active'],
  'plan.draft': 'any',
  'plan.read': 'any',
  'plan.change': ['draft'],
  'plan.submit': ['draft'],
  'plan.approve': ['submitted'],
  'plan.reject': ['submitted'],
  'plan.apply': ['approved'],
  'plan.renew': ['submitted', 'approved', 'rejected'],
  'wanted_goods.read': 'any',
  'shipment.draft': 'any',
  'shipment.amend': ['draft'],
  'shipment.cancel': ['draft'],
  'shipment.dispatch': ['draft'],
  'shipment.receive': ['dispatched', 'partly_received'],
  'shipment.claim_over': ['dispatched', 'partly_received', 'received'],
  'shipment.confirm_over': ['dispatched', 'partly_received', 'received'],
  'shipment.find': ['dispatched', 'partly_received', 'received'],
  'handout.open': 'any',
  'handout.amend': ['open'],
  'handout.close': ['open'],
  'sign_off.record': ['open'],
  'sign_off.post': ['open', 'closed'],
  'sign_off.reverse': ['open', 'closed'],
  'goods.use': 'any',
  'person.register': 'any',
  'person.amend': 'any',
  'household.amend': 'any',
  'person.read': 'any',
} as const satisfies Record<Action, 'any' | readonly string[]>;

/** Actions that the user who did the step before may not do, whatever hat is worn (separation of duties). */
const otherUserOnly: Partial<Record<Action, true>> = {
  'request.approve': true,
  'request.return': true,
  'shipment.receive': true,
  'shipment.confirm_over': true,
  'donation.accept': true,
  'plan.approve': true,
  'plan.reject': true,
};

/** In which relation each role must stand to the record. */
const relationOf = {
  foundation_staff: 'own_organisation',
  depot_staff: 'own_organisation',
  centre_coordinator: 'own_organisation',
  township_officer: 'division',
  bureau_officer: 'division',
  administrator: 'any',
} as const satisfies Record<Role, 'own_organisation' | 'division' | 'any'>;

/** What policy needs to know of a record: of the organisation the action is done for, not of every party. */
export interface PolicyRecord {
  status?: string;
  organisationId?: string;
  divisionCode?: string;
  /** Of an organisation: the operator's, whose people administer everybody, is in no bureau's hand. */
  kind?: string;
  /** Users who did the step that this action checks (who sent, who asked). */
  doneBy?: readonly string[];
}

/**
 * Why the actor may not do this, or undefined. Serves the command (refuse), the loader (send refusals) and the
 * button (disabled, with the reason).
 */
export function refusal(
  action: Action,
  actor: Actor,
  record: PolicyRecord = {},
): DomainError | undefined {
  if (!(rolesOf[action] as readonly Role[]).includes(actor.role)) return domainError('access.role');
  if (record.kind === 'operator' && actor.role !== 'administrator')
    return domainError('access.role');
  const relation = relationRefusal(actor, record);
  if (relation) return relation;
  const statuses: 'any' | readonly string[] = statusesOf[action];
  if (statuses !== 'any' && !(record.status && statuses.includes(record.status))) {
    return domainError('record.status', { status: record.status ?? 'none' });
  }
  if (otherUserOnly[action] && record.doneBy?.includes(actor.userId)) {
    return domainError('access.same_user');
  }
  return undefined;
}

function relationRefusal(actor: Actor, record: PolicyRecord): DomainError | undefined {
  switch (relationOf[actor.role]) {
    case 'any':
      return undefined;
    case 'own_organisation':
      return record.organisationId === actor.organisationId
        ? undefined
        : domainError('access.organisation');
    case 'division':
      return record.divisionCode !== undefined &&
        contains(divisionPrefix(actor.divisionCode), record.divisionCode)
        ? undefined
        : domainError('access.division');
  }
}

/** The same as a Result, for commands: `const may = allowed(…); if (!may.ok) return may;` */
export function allowed(
  action: Action,
  actor: Actor,
  record: PolicyRecord = {},
): Result<undefined> {
  const error = refusal(action, actor, record);
  return error ? { ok: false, error } : { ok: true, value: undefined };
}

/** May a role ever do this? For navigation; says nothing about a record. */
export function roleMay(action: Action, role: Role): boolean {
  return (rolesOf[action] as readonly Role[]).includes(role);
}
