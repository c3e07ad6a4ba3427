import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { insertIntake, lockDonation, type LockedDonation } from '~db/store/donation.server';
import { findGoodsPlace, type GoodsPlace } from '~db/store/goods-place.server';
import { postMovements } from '~db/store/ledger.server';
import { insertLots } from '~db/store/lot.server';
import { dayInShanghai } from '~/domain/calendar';
import { decideLineClosings } from '~/domain/donation';
import { countedOf, countProblems, type CountLine } from '~/domain/intake';
import type { ClosingLine } from '~/domain/intake-form';
import type { Account, Movement, MovementLine } from '~/domain/ledger';
import { getNumber, type ParameterCode } from '~/domain/parameter';
import { allowed } from '~/domain/policy';
import type { ArrivedLot } from '~/domain/promise';
import { ok, refuse, type Result } from '~/domain/result';
import type { QualityGate } from '~/domain/shelf-life';
import { defineCommand, type CommandContext } from './command.server';
import { openOfLines, recordDonation } from './donation-step.server';
import { holdForPromises, releaseOpenPromises } from './donation-promises.server';

interface Input {
  donationId: string;
  version: number;
  /** Where it was counted: any place of the counter's own, not only the one it was pledged to. */
  placeId: string;
  /** When the goods were counted, as the counter says; ISO text, because the request is hashed and stored. */
  occurredAt: string;
  /** A row a best-before date: several may name one donation line. */
  lines: CountLine[];
  /**
   * Lines of which no more will come: what is missing is closed short. A line closed earlier that is counted and not named
   * here may come again.
   */
  closing?: ClosingLine[];
}

/**
 * Counts one delivery against the pledge: lots are made, sound goods become stock, doubtful ones go to quarantine, what is
 * turned away is never received, and promises on these goods are held before anybody else can take them. What is said to
 * come no more is closed short, and nobody is promised it any longer.
 */
export const countIntake = defineCommand<Input, { donationId: string; intakeId: string }>(
  'count-intake',
  async (context, input) => {
    const opened = await openCount(context, input);
    if (!opened.ok) return opened;
    const { donation, place } = opened.value;
    const checked = await checkedLines(context, donation, place, input);
    if (!checked.ok) return checked;
    const counted = input.lines;
    const intakeId = context.newId();
    const occurredAt = new Date(input.occurredAt);
    const lots = counted.map((line) => ({ ...line, ...lotOf(context, donation, line) }));
    await insertLots(
      context.tx,
      lots.flatMap((line) => (line.lot ? [line.lot] : [])),
    );
    const movement = intakeMovement(context, donation, { place, intakeId, occurredAt }, lots);
    await insertIntake(
      context.tx,
      {
        id: intakeId,
        donationId: donation.row.id,
        placeId: place.id,
        countyCode: place.countyCode,
        countedByUserId: context.actor.userId,
        occurredAt,
        recordedAt: context.now,
        movementId: movement?.id ?? null,
      },
      lots.map((line) => ({
        id: context.newId(),
        intakeId,
        donationLineId: line.donationLineId,
        lotId: line.lot?.id ?? null,
        soundQuantity: line.sound,
        quarantinedQuantity: line.quarantined,
        refusedQuantity: line.refused,
        reason: line.reason ?? null,
      })),
    );
    const arrived = lots.flatMap(({ donationLineId, lot, sound }): ArrivedLot[] =>
      lot && sound > 0
        ? [{ donationLineId, lotId: lot.id, quantity: sound, packSize: lot.packSize ?? undefined }]
        : [],
    );
    const hold = await holdForPromises(context, { place, intakeId, occurredAt }, arrived);
    const posted = await postMovements(
      context.tx,
      [movement, hold].filter((one): one is Movement => one !== undefined),
    );
    if (!posted.ok) return posted;
    const after = await recordDonation(context, donation, {
      type: 'counted',
      payload: {
        intakeId,
        refused: lots
          .filter((line) => line.refused > 0)
          .map((line) => ({
            lineId: line.donationLineId,
            quantity: line.refused,
            reason: line.reason ?? '',
          })),
      },
    });
    await closeLines(context, after, intakeId, { ...input, left: checked.value });
    return ok({ donationId: donation.row.id, intakeId });
  },
);

async function openCount(
  context: CommandContext,
  input: Input,
): Promise<Result<{ donation: LockedDonation; place: GoodsPlace }>> {
  const donation = await lockDonation(context.tx, input.donationId);
  if (!donation) return refuse('access.not_found');
  const place = await findGoodsPlace(context.tx, input.placeId);
  if (!place) return refuse('form.unknown_choice', undefined, 'placeId');
  const may = allowed('intake.count', context.actor, {
    status: donation.row.status,
    organisationId: place.organisationId,
    divisionCode: place.divisionCode,
  });
  if (!may.ok) return may;
  if (donation.row.version !== input.version) return refuse('record.stale');
  if (place.endedOn !== null && place.endedOn <= dayInShanghai(context.now)) {
    return refuse('donation.place_ended', undefined, 'placeId');
  }
  return ok({ donation, place });
}

/** Checks the rows against what is open of their lines; gives what is open of each line after them. */
async function checkedLines(
  context: CommandContext,
  donation: LockedDonation,
  place: GoodsPlace,
  { lines, closing = [] }: Pick<Input, 'lines' | 'closing'>,
): Promise<Result<Map<string, number>>> {
  const named = [...lines, ...closing];
  const stranger = named.findIndex((one) => !donation.state.lines[one.donationLineId]);
  if (stranger >= 0) return refuse('access.not_found', undefined, `lines[${stranger}]`);
  if (closing.length === 0 && lines.every((line) => countedOf(line) === 0 && !line.reason)) {
    return refuse('intake.nothing_counted');
  }
  const open = await openOfLines(context, donation);
  const items = await listItemsById(
    context.tx,
    donation.lines.map((line) => line.itemId),
  );
  const perishable = (lineId: string) => {
    const itemId = donation.lines.find((line) => line.id === lineId)?.itemId;
    return items.find((item) => item.id === itemId)?.perishable ?? false;
  };
  const lineOf = (id: string) => ({
    perishable: perishable(id),
    open: open.get(id) ?? 0,
    closed: Boolean(donation.state.lines[id]?.closed),
  });
  const closingIds = closing.map((one) => one.donationLineId);
  const [problem] = countProblems(lines, closingIds, lineOf, await gateRules(context, place));
  if (problem) {
    const { row, error } = problem;
    return { ok: false, error: { ...error, field: `lines[${row}].${error.field ?? 'sound'}` } };
  }
  for (const line of lines) {
    const left = open.get(line.donationLineId) ?? 0;
    open.set(line.donationLineId, Math.max(0, left - countedOf(line)));
  }
  return ok(open);
}

/** Notes which lines will bring no more and which may again, and gives up what was promised of the former. */
async function closeLines(
  context: CommandContext,
  donation: LockedDonation,
  intakeId: string,
  said: Pick<Input, 'lines' | 'closing'> & { left: ReadonlyMap<string, number> },
): Promise<void> {
  const decided = decideLineClosings(donation.state, intakeId, {
    closing: said.closing ?? [],
    counted: said.lines.filter((line) => countedOf(line) > 0).map((line) => line.donationLineId),
    left: said.left,
  });
  let now = donation;
  for (const event of decided) now = await recordDonation(context, now, event);
  const closed = decided.flatMap((event) =>
    event.type === 'lines_closed' ? event.payload.lines : [],
  );
  await releaseOpenPromises(context, new Map(closed.map((line) => [line.lineId, line.reason])));
}

async function gateRules(
  context: CommandContext,
  place: GoodsPlace,
): Promise<{ today: string; gate: QualityGate }> {
  const rows = await listParameters(context.tx);
  const today = dayInShanghai(context.now);
  const months = (code: ParameterCode) => getNumber(rows, code, today, place.divisionCode);
  return {
    today,
    gate: {
      minMonths: months('intake.min_remaining_life'),
      shortLifeMonths: months('intake.short_life'),
      shortLifeMinMonths: months('intake.min_remaining_life_short'),
    },
  };
}

function lotOf(context: CommandContext, donation: LockedDonation, line: CountLine) {
  if (line.sound + line.quarantined === 0) return { lot: undefined };
  const pledged = donation.lines.find((one) => one.id === line.donationLineId);
  if (!pledged) throw new Error(`donation line ${line.donationLineId} is not there`);
  return {
    lot: {
      id: context.newId(),
      itemId: pledged.itemId,
      size: pledged.size,
      donationLineId: pledged.id,
      producedOn: line.producedOn ?? null,
      bestBefore: line.bestBefore ?? null,
      packSize: line.packSize ?? pledged.packSize,
    },
  };
}

function intakeMovement(
  context: CommandContext,
  donation: LockedDonation,
  at: { place: GoodsPlace; intakeId: string; occurredAt: Date },
  counted: readonly (CountLine & { lot: { id: string } | undefined })[],
): Movement | undefined {
  const { place } = at;
  const here = { placeId: place.id, countyCode: place.countyCode };
  const { donor } = donation;
  const from: Account = donor
    ? { kind: 'donor', ...donor }
    : { kind: 'donor', source: 'unknown', countyCode: place.countyCode };
  const lines = counted.flatMap((line): MovementLine[] => {
    const { lot } = line;
    if (!lot) return [];
    const parts: MovementLine[] = [
      { lotId: lot.id, from, to: { kind: 'stock', ...here }, quantity: line.sound },
      { lotId: lot.id, from, to: { kind: 'quarantine', ...here }, quantity: line.quarantined },
    ];
    return parts.filter((part) => part.quantity > 0);
  });
  if (lines.length === 0) return undefined;
  const { intakeId, occurredAt } = at;
  return {
    id: context.newId(),
    kind: 'intake',
    cause: { kind: 'intake', id: intakeId },
    occurredAt,
    lines,
  };
}
