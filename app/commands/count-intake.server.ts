import { figuresOfLines } from '~db/queries/donation-figures.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { insertIntake, lockDonation, type LockedDonation } from '~db/store/donation.server';
import { findGoodsPlace, type GoodsPlace } from '~db/store/goods-place.server';
import { postMovements } from '~db/store/ledger.server';
import { insertLots } from '~db/store/lot.server';
import { dayInShanghai } from '~/domain/calendar';
import { donationLineFigures } from '~/domain/donation-figures';
import { countRefusal, type CountLine } from '~/domain/intake';
import type { Account, Movement, MovementLine } from '~/domain/ledger';
import { getNumber, type ParameterCode } from '~/domain/parameter';
import { allowed } from '~/domain/policy';
import type { ArrivedLot } from '~/domain/promise';
import { ok, refuse, type Result } from '~/domain/result';
import type { QualityGate } from '~/domain/shelf-life';
import { defineCommand, type CommandContext } from './command.server';
import { recordDonation } from './donation-step.server';
import { holdForPromises } from './donation-promises.server';

interface Input {
  donationId: string;
  version: number;
  /** Where it was counted: any place of the counter's own, not only the one it was pledged to. */
  placeId: string;
  /** When the goods were counted, as the counter says; ISO text, because the request is hashed and stored. */
  occurredAt: string;
  lines: CountLine[];
}

/**
 * Counts one delivery against the pledge: lots are made, sound goods become stock, doubtful ones go to quarantine, what is
 * turned away is never received, and promises on these goods are held before anybody else can take them.
 */
export const countIntake = defineCommand<Input, { donationId: string; intakeId: string }>(
  'count-intake',
  async (context, input) => {
    const opened = await openCount(context, input);
    if (!opened.ok) return opened;
    const { donation, place } = opened.value;
    const checked = await checkedLines(context, donation, place, input.lines);
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
    await recordDonation(context, donation, {
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

/** Each line against what is still to come, the lines before it counted in. */
async function checkedLines(
  context: CommandContext,
  donation: LockedDonation,
  place: GoodsPlace,
  lines: readonly CountLine[],
): Promise<Result<undefined>> {
  if (lines.every((line) => line.sound + line.quarantined + line.refused === 0 && !line.reason)) {
    return refuse('intake.nothing_counted');
  }
  const toCome = await stillToCome(context, donation);
  const items = await listItemsById(
    context.tx,
    donation.lines.map((line) => line.itemId),
  );
  const rules = await gateRules(context, place);
  for (const [index, line] of lines.entries()) {
    const pledged = donation.lines.find((one) => one.id === line.donationLineId);
    const field = `lines[${index}]`;
    if (!pledged) return refuse('access.not_found', undefined, field);
    const left = toCome.get(pledged.id) ?? 0;
    const error = countRefusal(line, {
      ...rules,
      perishable: items.find((item) => item.id === pledged.itemId)?.perishable ?? false,
      toCome: left,
      lastDelivery: false,
    });
    if (error)
      return { ok: false, error: { ...error, field: `${field}.${error.field ?? 'sound'}` } };
    toCome.set(pledged.id, Math.max(0, left - line.sound - line.quarantined - line.refused));
  }
  return ok(undefined);
}

async function stillToCome(
  context: CommandContext,
  donation: LockedDonation,
): Promise<Map<string, number>> {
  const where = await figuresOfLines(context.tx, Object.keys(donation.state.lines));
  return new Map(
    Object.entries(donation.state.lines).map(([lineId, state]) => {
      const at = where.get(lineId);
      if (!at) throw new Error(`donation line ${lineId} has no figures`);
      return [lineId, donationLineFigures(state, donation.state.status, at).toCome];
    }),
  );
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
