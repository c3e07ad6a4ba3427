import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from '~db/client.server';

/** Of EXPLAIN (format json): what is read here of it; blocks only where it was analysed with buffers. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

/** A plan's nodes, from the top down. */
export const nodesOf = (node: PlanNode): PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(nodesOf),
];

export interface StatementPlans {
  /** Sends through one connection as the application's role, and notes what it sends. */
  db: Database;
  client: postgres.Sql;
  /** Runs a read, then plans each statement it sent, one by one. `options`: of EXPLAIN, beside the format. */
  plansOf: (read: () => Promise<unknown>, options?: string) => Promise<PlanNode[]>;
}

export function openStatementPlans(appUrl: string): StatementPlans {
  const sent: { query: string; params: unknown[] }[] = [];
  const client = postgres(appUrl, { max: 1, onnotice: () => {} });
  const logger = { logQuery: (query: string, params: unknown[]) => sent.push({ query, params }) };
  return {
    db: drizzle(client, { logger }),
    client,
    plansOf: async (read, options = '') => {
      sent.length = 0;
      await read();
      if (sent.length === 0) throw new Error('the read sent no statement');
      const plans = [];
      for (const { query, params } of sent) {
        const [row] = await client.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
          `explain (${options}format json) ${query}`,
          params as string[],
        );
        const plan = row?.['QUERY PLAN'][0]?.Plan;
        if (!plan) throw new Error('EXPLAIN gave no plan');
        plans.push(plan);
      }
      return plans;
    },
  };
}
