import { makeAllocation } from '~/commands/make-allocation.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { allocationSchema } from '~/domain/allocation-form';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, respond } from '~/server/respond.server';
import { findItem } from '~db/queries/items.server';
import { findRequestLine } from '~db/queries/requests.server';

interface Posted {
  env: ServerEnv;
  actor: Actor;
  request: Request;
  requestLineId: string;
}

/** Reserves what was typed. A refusal about a row goes back to the row's own field, whatever has become of the rows. */
export async function allocatePosted<A>(
  { env, actor, request, requestLineId }: Posted,
  done: (allocationId: string) => A,
) {
  const posted = await readPosted(request);
  const line = found(await findRequestLine(env.db, visibleScope(actor), requestLineId));
  const item = found(await findItem(env.db, line.itemId));
  const factor = item.units.find((unit) => unit.code === line.unitCode)?.factor ?? 1;
  const form = parseForm(posted, actor, allocationSchema(factor));
  if (!form.ok) return form.answer;
  const taken = form.value;
  const result = await makeAllocation(env, form.envelope, {
    requestId: line.requestId,
    version: form.version,
    lines: taken.map(({ lotId, parcelId, donationLineId, placeId, quantity }) => ({
      requestLineId,
      lotId,
      parcelId,
      donationLineId,
      placeId,
      quantity,
    })),
  });
  if (!result.ok && result.error.field) {
    const at = Number(/^lines\[(\d+)\]/.exec(result.error.field)?.[1]);
    const field = taken[at]?.field;
    // Left in the books' smallest unit; the page says it in the unit that was typed in.
    return respond(form, { ok: false, error: { ...result.error, field } }, () => done(''));
  }
  return respond(form, result, ({ allocationId }) => done(allocationId));
}
