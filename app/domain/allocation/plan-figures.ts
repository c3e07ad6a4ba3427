import type { ProgrammeGroup } from '../organisation';

/** Smallest units of different items do not add up: fill is the mean of the needs' fills, each weighed by its head count. */
export interface FillFigure {
  /** A county code, a group or a place id. */
  key: string;
  needs: number;
  persons: number;
  /** Shares of the whole need, received before included. */
  before: number;
  after: number;
  /** Needs that have nothing, before or now. */
  zero: number;
}

export interface FairnessFigures {
  /** Of the needs' fills, weighed by head count; 0: all alike. */
  gini: number;
  /** The greatest distance of a need's fill from the fill all would have if its item were shared in proportion. */
  maxDeviation: number;
  /** Share of needs that have nothing. */
  zeroFill: number;
}

export interface PlanFigures {
  /** Persons served in full, weighed, less what the road and larger sizes cost: what the plan makes greatest. */
  value: number;
  tonneKm: number;
  /** Pairs of places that goods go between. */
  trips: number;
  before: FairnessFigures;
  after: FairnessFigures;
  byCounty: FillFigure[];
  byGroup: (FillFigure & { key: ProgrammeGroup })[];
  /** By centre, its place id. */
  byCentre: FillFigure[];
}

/** Who is served least: 1, and nobody, where no goods may serve any need. */
export interface LeastServed {
  /** Of the whole need, received before included. */
  share: number;
  needId?: string;
  /** Needs with the same share beside it. */
  others?: number;
}
