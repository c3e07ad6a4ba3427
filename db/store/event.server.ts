import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { event } from '~db/schema/event';
import type { AggregateName, EventPayload } from '~/domain/event';
import type { EventTypes } from '~/domain/history';

/** What the latest event of this kind noted; undefined where there was none. */
export async function findLatestEvent<A extends AggregateName>(
  tx: Tx,
  aggregate: A,
  aggregateId: string,
  type: EventTypes[A],
): Promise<EventPayload | undefined> {
  const [row] = await tx
    .select({ payload: event.payload })
    .from(event)
    .where(
      and(eq(event.aggregate, aggregate), eq(event.aggregateId, aggregateId), eq(event.type, type)),
    )
    .orderBy(desc(event.version))
    .limit(1);
  return row?.payload;
}
