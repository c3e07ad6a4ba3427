import { z } from 'zod';
import { parseInstant } from './calendar';
import type { DomainError, ErrorCode } from './error';
import { addError, choiceField, idField, optionalField, optionalTextField } from './form-schema';
import { parseQuantity } from './quantity';
import { domainError, ok, refuse, type Result } from './result';

/** `disputed`: signed, but the goods could not be posted. */
export const signOffStatuses = ['posted', 'disputed', 'reversed'] as const;
export type SignOffStatus = (typeof signOffStatuses)[number];

export const signOffOutcomes = ['full', 'partial', 'refused', 'absent'] as const;
export type SignOffOutcome = (typeof signOffOutcomes)[number];

export const proxyRelationships = [
  'guardian',
  'spouse',
  'child',
  'relative',
  'neighbour',
  'teacher',
  'other',
] as const;
export type ProxyRelationship = (typeof proxyRelationships)[number];

export const reversalReasons = [
  'wrong_person',
  'wrong_item',
  'wrong_quantity',
  'returned',
  'entered_twice',
  'other',
] as const;
export type ReversalReason = (typeof reversalReasons)[number];

export type SignOffEvent =
  | { type: 'posted'; payload: { movementId: string | null } }
  | { type: 'disputed'; payload: { code: ErrorCode } }
  | { type: 'reversed'; payload: { reason: ReversalReason; movementId: string | null } };

export interface SignOffState {
  status: SignOffStatus;
  version: number;
}

const statusesBefore: Record<SignOffStatus, readonly (SignOffStatus | 'none')[]> = {
  // A dispute is settled by posting after all, or by reversing what was signed.
  posted: ['none', 'disputed'],
  disputed: ['none'],
  reversed: ['posted', 'disputed'],
};

/** The state after all events; throws where their order is impossible. */
export function foldSignOff(events: readonly SignOffEvent[]): SignOffState {
  const state = events.reduce<SignOffState | undefined>(applySignOff, undefined);
  if (!state) throw new Error('A sign-off without events.');
  return state;
}

export function applySignOff(state: SignOffState | undefined, event: SignOffEvent): SignOffState {
  const before = state?.status ?? 'none';
  if (!statusesBefore[event.type].includes(before)) {
    throw new Error(`A sign-off that is ${before} cannot be ${event.type}.`);
  }
  return { status: event.type, version: (state?.version ?? 0) + 1 };
}

/** A reversal is not reversed: sign again instead. */
export function reverseSignOff(
  state: SignOffState,
  reason: ReversalReason,
  movementId: string | null,
): Result<SignOffEvent> {
  if (!statusesBefore.reversed.includes(state.status))
    return refuse('record.status', { status: state.status });
  return ok({ type: 'reversed', payload: { reason, movementId } });
}

/**
 * Whether the outcome fits the quantity: `left` is what may still be handed out on the line. Of a
 * refused or absent one nothing is handed out; absent ones sign nothing.
 */
export function outcomeRefusal(
  outcome: SignOffOutcome,
  quantity: number,
  left: number,
): DomainError | undefined {
  if (!Number.isInteger(quantity) || quantity < 0)
    return domainError('quantity.not_whole', { factor: 1 });
  switch (outcome) {
    case 'full':
      if (left === 0) return domainError('handout.nothing_left');
      return quantity === left ? undefined : domainError('sign_off.not_full', { left });
    case 'partial':
      return quantity > 0 && quantity < left
        ? undefined
        : domainError('sign_off.not_partial', { left });
    case 'refused':
    case 'absent':
      return quantity === 0 ? undefined : domainError('sign_off.nothing_expected');
  }
}

const unsignedOutcomes: readonly SignOffOutcome[] = ['absent', 'refused'];

/** What the form sends. Quantities are typed in the unit shown; whatever is due is taken for 'full'. */
export const signOffSchema = z
  .object({
    /** Made on the device: the same sign-off sent twice is one. */
    signOffId: idField,
    handoutLineId: idField,
    outcome: choiceField(signOffOutcomes),
    quantity: optionalTextField(60),
    /** Smallest units in one of the unit that the quantity is typed in. */
    unitFactor: z.coerce.number().int().min(1).default(1),
    /** What was still due when the form was drawn, in smallest units. */
    leftSeen: z.coerce.number().int().min(0),
    /** Where several sizes lie ready: the one that fits. */
    size: optionalTextField(30),
    collectedBy: choiceField(['self', 'proxy']).default('self'),
    proxyName: optionalTextField(60),
    proxyRelationship: z
      .union([z.literal(''), choiceField(proxyRelationships)], { error: 'form.unknown_choice' })
      .optional()
      .transform((word) => word || undefined),
    /** Strokes; where nothing can be drawn, the name as typed. */
    signature: optionalTextField(200_000),
    typedName: optionalTextField(60),
    /** When it was signed: an instant, or a minute of the clock in Shanghai; left out: now. */
    signedAt: optionalField((text) => parseInstant(text)),
  })
  .transform(({ quantity: typed, unitFactor, ...form }, ctx) => {
    const quantity = typedQuantity(form, typed, unitFactor);
    if (quantity.ok) return { ...form, quantity: quantity.value };
    addError(ctx, quantity.error, ['quantity']);
    return z.NEVER;
  })
  .superRefine((form, ctx) => {
    const signs = !unsignedOutcomes.includes(form.outcome);
    if (signs && form.collectedBy === 'self' && !form.signature && !form.typedName)
      addError(ctx, domainError('sign_off.signature_missing'), ['typedName']);
  })
  .superRefine((form, ctx) => {
    if (form.collectedBy !== 'proxy') return;
    if (form.outcome === 'absent')
      addError(ctx, domainError('sign_off.absent_with_proxy'), ['collectedBy']);
    if (!form.proxyName) addError(ctx, domainError('sign_off.proxy_name_missing'), ['proxyName']);
    if (!form.proxyRelationship)
      addError(ctx, domainError('sign_off.proxy_relationship_missing'), ['proxyRelationship']);
  });
export type SignOffForm = z.output<typeof signOffSchema>;

function typedQuantity(
  form: { outcome: SignOffOutcome; leftSeen: number },
  typed: string | undefined,
  unitFactor: number,
): Result<number> {
  if (form.outcome === 'full') return ok(form.leftSeen);
  return form.outcome === 'partial' ? parseQuantity(typed ?? '', unitFactor) : ok(0);
}

/** A signature as it is kept: strokes, or a typed name. */
export function writeSignature(form: {
  signature?: string | undefined;
  typedName?: string | undefined;
}): string | undefined {
  if (form.signature) return `strokes ${form.signature}`;
  return form.typedName ? `typed ${form.typedName}` : undefined;
}

export function readSignature(text: string): { strokes?: string; typedName?: string } {
  const [kind, rest] = [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)];
  return kind === 'strokes' ? { strokes: rest } : { typedName: rest };
}
