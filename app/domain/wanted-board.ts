import type { GiftEffect } from './allocation/gift-effects';

/** What should be given, as it was last worked out. */
export interface WantedBoard {
  /** undefined until it is known for the first time. */
  known: { effects: GiftEffect[]; at: Date } | undefined;
  /** Goods or needs have changed since, and it is being worked out again. */
  working: boolean;
  /** The last try failed; it is tried again later. */
  failed: boolean;
}

/** Answers at once or in a second or two, never after a long solving. */
export type ReadWanted = () => Promise<WantedBoard>;
