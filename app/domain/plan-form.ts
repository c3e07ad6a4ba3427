import { z } from 'zod';
import { lineChangeKinds, type PlanChoices } from './allocation-plan';
import { addError, divisionField, idField, readField, textField } from './form-schema';
import { readDecimal } from './number-text';
import { parseQuantity } from './quantity';
import { domainError, ok, refuse, type Result } from './result';

const MOST_WEIGHT = 100;
/** Persons served in full for one tonne-kilometre: beyond 10, no road is worth driving. */
const MOST_LAMBDA = 10;

/** A decimal of a sensible size; "NaN", "1e9" and the like are no numbers to a person who typed them. */
function parseWithin(most: number): (text: string) => Result<number> {
  return (text) => {
    if (text.trim() === '') return refuse('form.required');
    const read = readDecimal(text);
    if (!read) return refuse('form.not_a_number');
    const value = Number(read.digits) / 10 ** read.scale;
    // No number at all, of far too many digits, is not within either.
    return value >= 0 && value <= most ? ok(value) : refuse('plan.weight_range', { most });
  };
}

const weight = readField(parseWithin(MOST_WEIGHT));

/** Typed as a percentage; kept as a share. */
const percent = readField((text): Result<number> => {
  const read = parseWithin(100)(text);
  return read.ok ? ok(read.value / 100) : read;
});

/** The weights that a committee sets; the other numbers come from the parameters. */
export const planWeightFields = [
  'floorPercent',
  'lambda',
  'urgencyNormal',
  'urgencyUrgent',
  'urgencyCritical',
  'groupChildren',
  'groupElderly',
  'groupWomen',
] as const;
export type PlanWeightField = (typeof planWeightFields)[number];

const weights = {
  floorPercent: percent,
  lambda: readField(parseWithin(MOST_LAMBDA)),
  urgencyNormal: weight,
  urgencyUrgent: weight,
  urgencyCritical: weight,
  groupChildren: weight,
  groupElderly: weight,
  groupWomen: weight,
};
type Weights = { [K in keyof typeof weights]: number };

function choicesOf(base: PlanChoices, typed: Weights): PlanChoices {
  return {
    ...base,
    floorShare: typed.floorPercent,
    lambda: typed.lambda,
    urgencyWeights: {
      normal: typed.urgencyNormal,
      urgent: typed.urgencyUrgent,
      critical: typed.urgencyCritical,
    },
    groupWeights: {
      children: typed.groupChildren,
      elderly: typed.groupElderly,
      women: typed.groupWomen,
    },
  };
}

/** Where all weights are 0 nothing is worth giving, and every plan is as good as none. */
function allZero(typed: Weights): PlanWeightField | undefined {
  if (typed.urgencyNormal + typed.urgencyUrgent + typed.urgencyCritical === 0) {
    return 'urgencyNormal';
  }
  return typed.groupChildren + typed.groupElderly + typed.groupWomen === 0
    ? 'groupChildren'
    : undefined;
}

/** What a form shows of the weights in force, as a person would type them. */
export function typedWeights(choices: PlanChoices): Record<PlanWeightField, string> {
  const { urgencyWeights, groupWeights } = choices;
  const text = (value: number) => String(Math.round(value * 1e6) / 1e6);
  return {
    floorPercent: text(choices.floorShare * 100),
    lambda: text(choices.lambda),
    urgencyNormal: text(urgencyWeights.normal),
    urgencyUrgent: text(urgencyWeights.urgent),
    urgencyCritical: text(urgencyWeights.critical),
    groupChildren: text(groupWeights.children),
    groupElderly: text(groupWeights.elderly),
    groupWomen: text(groupWeights.women),
  };
}

const optionalId = z
  .string()
  .optional()
  .transform((value) => value || undefined)
  .pipe(idField.optional());

/** @param base the weights in force: what the form does not ask for is taken from them. */
export function planSchema(base: PlanChoices) {
  return z
    .object({
      needDivisionCode: divisionField,
      campaignId: optionalId,
      itemIds: z.array(idField).max(500, 'form.invalid').default([]),
      ...weights,
    })
    .transform((typed, ctx) => {
      const zero = allZero(typed);
      if (zero) addError(ctx, domainError('plan.weights_all_zero'), [zero]);
      const { needDivisionCode, campaignId, itemIds } = typed;
      return { needDivisionCode, campaignId, itemIds, choices: choicesOf(base, typed) };
    });
}

/**
 * Other weights, goods that nobody has given, a road that is closed; smallest units of the item are typed. The two halves
 * are read beside each other, so that what is wrong with both is told at once.
 */
export function whatIfSchema(base: PlanChoices) {
  return weighed(base)
    .and(supposed)
    .transform(({ choices, closedRoads, extra }) => ({
      choices: { ...choices, closedRoads },
      extra,
    }));
}

function weighed(base: PlanChoices) {
  return z.object(weights).transform((typed, ctx) => {
    const zero = allZero(typed);
    if (zero) addError(ctx, domainError('plan.weights_all_zero'), [zero]);
    return { choices: choicesOf(base, typed) };
  });
}

const supposed = z
  .object({
    extraItemId: optionalId,
    extraSize: z.string().trim().max(20, 'form.too_long').default(''),
    extraQuantity: z.string().trim().default(''),
    extraUnit: z.string().default(''),
    extraPlaceId: optionalId,
    closedFromId: optionalId,
    closedToId: optionalId,
  })
  .transform((typed, ctx) => {
    const { closedFromId, closedToId, extraItemId, extraPlaceId, extraQuantity } = typed;
    if ((closedFromId === undefined) !== (closedToId === undefined)) {
      const missing = closedFromId === undefined ? 'closedFromId' : 'closedToId';
      addError(ctx, domainError('form.required'), [missing]);
    }
    if (extraItemId !== undefined) {
      if (extraQuantity === '') addError(ctx, domainError('form.required'), ['extraQuantity']);
      if (extraPlaceId === undefined) addError(ctx, domainError('form.required'), ['extraPlaceId']);
    }
    return {
      closedRoads:
        closedFromId && closedToId ? [{ fromPlaceId: closedFromId, toPlaceId: closedToId }] : [],
      extra:
        extraItemId && extraPlaceId
          ? {
              itemId: extraItemId,
              placeId: extraPlaceId,
              size: typed.extraSize,
              quantity: extraQuantity,
              unitCode: typed.extraUnit,
            }
          : undefined,
    };
  });

/**
 * The pair of need and goods with its reason, and what is to be done with it, are read beside each other: all that is
 * missing is told at once, in the order of the form.
 * @param factor smallest units of the unit that the cell is in.
 */
export function planChangeSchema(factor: number) {
  return z
    .object({ requestLineId: idField, supplyId: textField(200) })
    .and(whatToDo(factor))
    .and(z.object({ reason: textField(500) }));
}

function whatToDo(factor: number) {
  return z
    .object({
      kind: z.enum(lineChangeKinds, { error: 'form.unknown_choice' }),
      quantity: z.string().optional(),
      /** What the line has now, in smallest units: kept as it is by a pin. */
      kept: z.string().optional(),
    })
    .transform(({ kind, quantity, kept }, ctx) => {
      if (kind === 'forbid') return { kind, quantity: undefined };
      const read =
        kind === 'pin' ? parseQuantity(kept ?? '', 1) : parseQuantity(quantity ?? '', factor);
      if (read.ok) return { kind, quantity: read.value };
      addError(ctx, read.error, ['quantity']);
      return z.NEVER;
    });
}
