import type postgres from 'postgres';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: PlanNode[];
}

export interface Measured {
  statements: number;
  /** Of all its statements; the median of the runs, in ms. */
  execution_ms: number;
  planning_ms: number;
  /** Pages of 8 KB touched. */
  pages: number;
  /** Tables read from end to end, with how many rows that took. */
  read_whole: Record<string, number>;
}

export interface Statement {
  query: string;
  params: unknown[];
}

const RUNS = 7;

/** EXPLAIN (ANALYZE, BUFFERS) of the statements of one read, several times. */
export async function measure(sql: postgres.Sql, statements: Statement[]): Promise<Measured> {
  const total: Measured = {
    statements: statements.length,
    execution_ms: 0,
    planning_ms: 0,
    pages: 0,
    read_whole: {},
  };
  for (const statement of statements) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await explain(sql, statement));
    const [middle] = runs.toSorted((a, b) => a.execution - b.execution).slice(RUNS >> 1);
    if (!middle) throw new Error('nothing was explained');
    total.execution_ms += middle.execution;
    total.planning_ms += middle.planning;
    total.pages +=
      (middle.plan['Shared Hit Blocks'] ?? 0) + (middle.plan['Shared Read Blocks'] ?? 0);
    noteScans(middle.plan, total.read_whole);
  }
  return {
    ...total,
    execution_ms: round(total.execution_ms),
    planning_ms: round(total.planning_ms),
  };
}

interface Answer {
  Plan: PlanNode;
  'Execution Time': number;
  'Planning Time': number;
}

async function explain(sql: postgres.Sql, { query, params }: Statement) {
  const [row] = await sql.unsafe<{ 'QUERY PLAN': Answer[] }[]>(
    `explain (analyze, buffers, format json) ${query}`,
    params as postgres.ParameterOrJSON<never>[],
  );
  const answer = row?.['QUERY PLAN'][0];
  if (!answer) throw new Error('a statement without a plan');
  if (process.env['BENCH_PLANS']) process.stdout.write(`${JSON.stringify({ query, answer })}\n`);
  return {
    plan: answer.Plan,
    execution: answer['Execution Time'],
    planning: answer['Planning Time'],
  };
}

function noteScans(node: PlanNode, into: Record<string, number>): void {
  const table = node['Relation Name'];
  if (node['Node Type'].includes('Seq Scan') && table) {
    const rows = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
    into[table] = (into[table] ?? 0) + rows * (node['Actual Loops'] ?? 1);
  }
  for (const child of node.Plans ?? []) noteScans(child, into);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
