import type { LossReason } from './ledger';

/** Why free goods are held back. */
export const quarantineReasons = [
  'damaged',
  'wet',
  'dirty',
  'unsafe',
  'expired',
  'recalled',
  'other',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** Why goods held back are free again. */
export const unquarantineReasons = [
  'inspected_sound',
  'cleaned',
  'repaired',
  'entered_wrongly',
] as const;
export type UnquarantineReason = (typeof unquarantineReasons)[number];

/** Why goods are written off; each names the loss account that takes them. */
export const writeOffReasons = [
  'damaged',
  'expired',
  'spoiled',
  'stolen',
  'written_off',
] as const satisfies readonly LossReason[];
export type WriteOffReason = (typeof writeOffReasons)[number];

/** Why goods go back to whoever gave them. */
export const returnReasons = ['donor_asked', 'wrong_goods', 'unusable', 'surplus'] as const;
export type ReturnReason = (typeof returnReasons)[number];
