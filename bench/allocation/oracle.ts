import loadHighs, { type Highs } from 'highs';
import { arcJudge } from '~/domain/allocation/arcs';
import { mixedParcels } from '~/domain/allocation/mixed-parcels';
import type { PlanProblem } from '~/domain/allocation/problem';
import { fillValue, fullUnitWorth, unitCost } from '~/domain/allocation/worth';

/**
 * The same problem as a linear program, for a solver that shares no code with ours: one column an arc, one a segment of each
 * need's value; rows for stock and for what each need has. Only the rules and the value of a fill are asked of the domain.
 */
export interface Oracle {
  /** The greatest value; whole packs where `whole`. `floors` in smallest units, by need id. */
  best(problem: PlanProblem, options?: { floors?: Map<string, number>; whole?: boolean }): Answer;
  /** The greatest level that all needs can have together, in smallest units that may be split. */
  level(problem: PlanProblem, needIds: ReadonlySet<string>): number;
}
export interface Answer {
  value: number;
  /** Of the solver alone: the program is built and handed over before. */
  ms: number;
  /** Proven; 0 but for whole packs that ran out of time. */
  gap: number;
}

interface Column {
  cost: number;
  upper: number;
  entries: [row: number, value: number][];
  whole?: boolean;
  /** The need and the supply, by their places. */
  pair?: [need: number, supply: number];
}
interface Program {
  columns: Column[];
  rowLower: number[];
  rowUpper: number[];
}

export async function loadOracle(settings: { mipSeconds?: number } = {}): Promise<Oracle> {
  const highs = await loadHighs();
  return {
    best: (problem, { floors, whole = false } = {}) =>
      run(highs, valueProgram(problem, floors ?? new Map(), whole), settings.mipSeconds),
    level: (problem, needIds) => run(highs, levelProgram(problem, needIds)).value,
  };
}

/** Rows 0 up to the supplies: stock. Then one a need. */
function arcColumns(problem: PlanProblem, whole: boolean, costly: boolean): Column[] {
  const { supplies, needs, rules } = problem;
  const judge = arcJudge(problem);
  const columns: Column[] = [];
  for (const [n, need] of needs.entries()) {
    for (const [s, supply] of supplies.entries()) {
      if (supply.itemId !== need.itemId || judge.refusal(n, s)) continue;
      const pack = supply.keepWhole ? supply.quantity : supply.packSize;
      const km = judge.km(n, s) ?? rules.unknownKm;
      const unitWorth = fullUnitWorth(need, rules);
      const cost = unitCost(supply, rules, { km, larger: judge.isLarger(n, s), unitWorth });
      columns.push({
        cost: costly ? -cost * pack : 0,
        upper: Math.floor(supply.quantity / pack),
        entries: [
          [s, pack],
          [supplies.length + n, pack],
        ],
        whole,
        pair: [n, s],
      });
    }
  }
  return columns;
}

function valueProgram(problem: PlanProblem, floors: Map<string, number>, whole: boolean): Program {
  const { supplies, needs, rules } = problem;
  const columns = arcColumns(problem, whole, true);
  for (const [n, need] of needs.entries()) {
    const row = supplies.length + n;
    let at = 0;
    for (const end of integerEnds(problem, n)) {
      const from = need.receivedBefore + at;
      const worth = fillValue(need, rules, from + end - at) - fillValue(need, rules, from);
      columns.push({ cost: worth / (end - at), upper: end - at, entries: [[row, -1]] });
      at = end;
    }
    // What is given and valued is the same; a second row holds the floor.
    const floor = floors.get(need.id) ?? 0;
    for (const column of columns) {
      if (floor === 0) break;
      const taken = column.entries.find(([of, value]) => of === row && value > 0);
      if (taken) column.entries.push([supplies.length + needs.length + n, taken[1]]);
    }
  }
  const program = {
    columns,
    rowLower: [
      ...supplies.map(() => 0),
      ...needs.map(() => 0),
      ...needs.map(({ id }) => floors.get(id) ?? 0),
    ],
    rowUpper: [
      ...supplies.map(({ quantity }) => quantity),
      ...needs.map(() => 0),
      ...needs.map(() => Infinity),
    ],
  };
  if (whole) addParcels(problem, program);
  return program;
}

/**
 * Sealed parcels of several lots: one column a parcel and place, 1 where it goes there; of each of its lots as many needs of that
 * place have it (one row a lot and place), and it goes to one place at the most.
 */
function addParcels(problem: PlanProblem, { columns, rowLower, rowUpper }: Program): void {
  const places = [...new Set(problem.needs.map((need) => need.placeId))];
  const lots = columns.filter(({ pair }) => pair);
  const addRow = (lower: number, upper: number) => {
    rowLower.push(lower);
    return rowUpper.push(upper) - 1;
  };
  for (const { supplies, sealed } of mixedParcels(problem)) {
    if (!sealed) throw new Error('only sealed parcels are known to the oracle');
    const once = addRow(0, 1);
    for (const placeId of places) {
      const entries: Column['entries'] = [[once, 1]];
      for (const supplyAt of supplies) {
        const row = addRow(0, 0);
        entries.push([row, -1]);
        for (const { pair, entries: theirs } of lots) {
          const [n = -1, s = -1] = pair ?? [];
          if (s === supplyAt && problem.needs[n]?.placeId === placeId) theirs.push([row, 1]);
        }
      }
      columns.push({ cost: 0, upper: 1, entries, whole: true });
    }
  }
}

/** Where the value of whole smallest units bends: at the segments' ends, or at the whole numbers around them. */
function integerEnds({ needs, rules }: PlanProblem, n: number): number[] {
  const need = needs[n];
  if (!need) return [];
  const ends = new Set([need.quantity]);
  for (const { upTo } of rules.segments) {
    const exact = upTo * (need.quantity + need.receivedBefore) - need.receivedBefore;
    const near = Math.round(exact);
    const both = Math.abs(exact - near) < 1e-6 ? [near] : [Math.floor(exact), Math.ceil(exact)];
    for (const end of both) if (end > 0 && end < need.quantity) ends.add(end);
  }
  return [...ends].sort((a, b) => a - b);
}

/** One more column, the level: each need has at least that share of its whole, or all that it may have. */
function levelProgram(problem: PlanProblem, needIds: ReadonlySet<string>): Program {
  const { supplies, needs } = problem;
  const columns = arcColumns(problem, false, false);
  const counted = needs.map((need) => needIds.has(need.id));
  columns.push({
    cost: 1,
    upper: 1,
    entries: needs.flatMap((need, n): [number, number][] =>
      counted[n] ? [[supplies.length + n, -(need.quantity + need.receivedBefore)]] : [],
    ),
  });
  return {
    columns,
    rowLower: [
      ...supplies.map(() => 0),
      ...needs.map((need, n) => (counted[n] ? -need.receivedBefore : 0)),
    ],
    rowUpper: [...supplies.map(({ quantity }) => quantity), ...needs.map(() => Infinity)],
  };
}

function run(highs: Highs, { columns, rowLower, rowUpper }: Program, mipSeconds = 60): Answer {
  const model = highs.createModel();
  try {
    model.options.set('output_flag', false);
    model.options.set('time_limit', mipSeconds);
    model.options.set('mip_rel_gap', 1e-6);
    const whole = columns.some((column) => column.whole);
    // Its tolerances are absolute, so the greatest cost and, where goods may be split, the greatest quantity are made 1.
    const most = columns.reduce((most, { cost }) => Math.max(most, Math.abs(cost)), 0) || 1;
    const bulk = whole ? 1 : columns.reduce((most, { upper }) => Math.max(most, upper), 1);
    const scaled = (bounds: number[]) => bounds.map((bound) => bound / bulk);
    const starts = [0];
    for (const { entries } of columns) starts.push((starts.at(-1) ?? 0) + entries.length);
    const entries = columns.flatMap((column) => column.entries);
    model.passModel({
      numCols: columns.length,
      numRows: rowLower.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: columns.map(({ cost }) => cost / most),
      colLower: columns.map(() => 0),
      colUpper: columns.map(({ upper }) => upper / bulk),
      rowLower: scaled(rowLower),
      rowUpper: scaled(rowUpper),
      matrix: {
        format: 'csc',
        numCols: columns.length,
        numRows: rowLower.length,
        starts,
        indices: entries.map(([row]) => row),
        values: entries.map(([, value]) => value),
      },
      ...(whole && { integrality: Int32Array.from(columns, (one) => (one.whole ? 1 : 0)) }),
    });
    const begin = performance.now();
    model.run();
    const ms = performance.now() - begin;
    const value = model.getObjectiveValue() * most * bulk;
    return { value, ms, gap: whole ? Number(model.info.get('mip_gap')) : 0 };
  } finally {
    model.dispose();
  }
}
