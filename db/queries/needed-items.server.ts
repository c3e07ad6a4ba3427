import { and, asc, eq } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { item } from '~db/schema/catalogue';
import { request, requestLine } from '~db/schema/request';
import type { Scope } from '~/domain/actor';
import { requestInScope } from './requests.server';

/** Items that approved requests within the scope ask for. */
export async function listNeededItems(db: Database | Tx, scope: Scope) {
  return db
    .selectDistinct({ id: item.id, code: item.code, nameZh: item.nameZh, nameEn: item.nameEn })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .innerJoin(item, eq(item.id, requestLine.itemId))
    .where(and(eq(request.status, 'approved'), requestInScope(scope)))
    .orderBy(asc(item.code));
}
