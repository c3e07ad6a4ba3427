import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { disambiguated } from '~/domain/division';
import { reopeningRefusal } from '~/domain/donation-reopening';
import type { DomainError } from '~/domain/error';
import { isGovernment, standingOf } from '~/domain/organisation';
import { getNumber } from '~/domain/parameter';
import { refusal, roleMay, type Action } from '~/domain/policy';
import { suppressCounts, type PublicCount } from '~/domain/suppression';
import type { ServerEnv } from '~/server/env.server';
import { found } from '~/server/respond.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import { findPaths } from '~db/queries/divisions.server';
import { listDonationPieces, type DonationPiece } from '~db/queries/donation-pieces.server';
import { findDonation, type DonationOnPage } from '~db/queries/donations.server';
import { findHistory } from '~db/queries/history.server';
import { listIntakes } from '~db/queries/intakes.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { isUuid } from '~/domain/account';

/** A step that the reader's role takes; refused now, perhaps. Left out where the role never takes it. */
export interface Step {
  refusal: DomainError | undefined;
}

export type DonationPageData = Awaited<ReturnType<typeof donationPage>>;

/** Everything the page of one donation shows to this actor, of one moment: its figures and its pieces add up. @throws the not-found page for what it may not see. */
export function donationPage(env: ServerEnv, actor: Actor, donationId: string) {
  return inSnapshot(env, (at) => readDonationPage(at, actor, donationId));
}

async function readDonationPage(env: ReadEnv, actor: Actor, donationId: string) {
  const { db } = env;
  const scope = visibleScope(actor);
  const donation = found(
    isUuid(donationId) ? await findDonation(db, scope, donationId) : undefined,
  );
  const lineIds = donation.lines.map((line) => line.id);
  const [items, pieces, intakes, parameters, restrictions, history] = await Promise.all([
    listItemsById(
      db,
      donation.lines.flatMap((line) => [line.itemId, ...(line.kitItemId ? [line.kitItemId] : [])]),
    ),
    listDonationPieces(db, lineIds),
    listIntakes(db, donation.id),
    listParameters(db),
    findPaths(
      db,
      donation.lines.flatMap((line) => line.restrictedDivisionCode ?? []),
    ),
    findHistory(db, 'donation', donation.id),
  ]);
  const today = dayInShanghai(env.now());
  const threshold = getNumber(
    parameters,
    'public.suppress_below',
    today,
    donation.placeDivisionCode,
  );
  const {
    pledgedByUserId: _,
    placeOrganisationKind,
    placeEndedOn: _placeEndedOn,
    donorEndedOn: _donorEndedOn,
    ...shown
  } = donation;
  return {
    code: donation.code,
    donation: { ...shown, governmentPlace: isGovernment(placeOrganisationKind) },
    items,
    pieces: actor.role === 'foundation_staff' ? hidden(pieces, threshold) : pieces.map(open),
    intakes: intakes.map(({ placeOrganisationId, placeDivisionCode, ...intake }) => ({
      ...intake,
      reversal: stepOf('movement.reverse', actor, {
        organisationId: placeOrganisationId,
        divisionCode: placeDivisionCode,
      }),
    })),
    divisionNames: Object.fromEntries(
      [...restrictions].map(([code, path]) => [code, disambiguated(path).join(' · ')]),
    ),
    history,
    steps: stepsOf(actor, donation),
    isDonor: actor.organisationId === donation.donorOrganisationId,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

function stepsOf(actor: Actor, donation: DonationOnPage) {
  const { status } = donation;
  const atPlace = {
    status,
    organisationId: donation.placeOrganisationId,
    divisionCode: donation.placeDivisionCode,
    doneBy: [donation.pledgedByUserId],
  };
  const ofDonor = {
    status,
    ...(donation.donorOrganisationId && { organisationId: donation.donorOrganisationId }),
  };
  // A counter counts at a place of its own, wherever the goods were meant to go.
  const atOwnPlace = { status, organisationId: actor.organisationId };
  return {
    accept: stepOf('donation.accept', actor, atPlace),
    decline: stepOf('donation.decline', actor, atPlace),
    close: stepOf('donation.close', actor, atPlace),
    reopen: reopeningOf(stepOf('donation.reopen', actor, atPlace), donation),
    reopenLine: stepOf('donation.reopen_line', actor, atPlace),
    withdraw: stepOf('donation.withdraw', actor, ofDonor),
    count: stepOf('intake.count', actor, atOwnPlace),
  };
}

function stepOf(
  action: Action,
  actor: Actor,
  record: Parameters<typeof refusal>[2],
): Step | undefined {
  return roleMay(action, actor.role) ? { refusal: refusal(action, actor, record) } : undefined;
}

/** What the record allows may still be refused for the place, the donor, or because nothing is missing. */
function reopeningOf(step: Step | undefined, donation: DonationOnPage): Step | undefined {
  return (
    step && {
      refusal:
        step.refusal ??
        reopeningRefusal({
          missing: donation.lines.reduce((sum, { figures }) => sum + figures.closedShort, 0),
          placeEnded: standingOf({ endedOn: donation.placeEndedOn }) === 'ended',
          donorEnded: standingOf({ endedOn: donation.donorEndedOn }) === 'ended',
        }),
    }
  );
}

export type ShownPiece = Omit<DonationPiece, 'recipients'> & {
  /** None where nothing was handed out by name. */
  recipients: PublicCount | undefined;
};

function open(piece: DonationPiece): ShownPiece {
  return { ...piece, recipients: piece.recipients > 0 ? piece.recipients : undefined };
}

/** A donor sees numbers of recipients as the public does: small groups hidden. Goods are counted to the piece. */
function hidden(pieces: readonly DonationPiece[], threshold: number): ShownPiece[] {
  const { cells } = suppressCounts(
    pieces.map((piece, key) => ({ key, count: piece.recipients })),
    threshold,
  );
  return pieces.map((piece, index) => ({
    ...piece,
    recipients: cells.find((cell) => cell.key === index)?.count,
  }));
}
