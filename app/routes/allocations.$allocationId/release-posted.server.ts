import { redirect } from '@remix-run/node';
import { releaseAllocation } from '~/commands/release-allocation.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { releaseSchema, type TypedRelease } from '~/domain/release-form';
import type { Result } from '~/domain/result';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, respond } from '~/server/respond.server';
import { findAllocation } from '~db/queries/allocations.server';
import { listItemsById } from '~db/queries/items.server';

/** Takes back what stands in the cells; what is left to take is checked by the command, under lock. */
export async function releasePosted(
  request: Request,
  actor: Actor,
  env: ServerEnv,
  allocationId: string,
) {
  const posted = await readPosted(request);
  const { lines } = found(await findAllocation(env.db, visibleScope(actor), allocationId));
  const items = await listItemsById(
    env.db,
    lines.map((line) => line.itemId),
  );
  const schema = releaseSchema(
    lines.map(({ id, itemId }) => ({
      lineId: id,
      units: items.find((item) => item.id === itemId)?.units ?? [],
    })),
  );
  const form = parseForm(posted, actor, schema);
  if (!form.ok) return form.answer;
  const { reason, lines: typed } = form.value;
  const wished = typed.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const input = { allocationId, version: form.version, lines: wished, reason };
  const result = await releaseAllocation(env, form.envelope, input);
  return respond(form, toldAtCell(result, typed), () =>
    redirect(`${paths.allocation(allocationId)}?done=released`),
  );
}

/** The command counts the lines it was given, in smallest units; the form counts its cells, each in its own unit. */
function toldAtCell<T>(result: Result<T>, typed: readonly TypedRelease[]): Result<T> {
  if (result.ok) return result;
  const { field, facts } = result.error;
  const line = typed[Number(/^lines\[(\d+)\]/.exec(field ?? '')?.[1] ?? -1)];
  if (!line) return result;
  const left = facts?.['left'];
  return {
    ok: false,
    error: {
      ...result.error,
      field: `lines[${line.at}].quantity`,
      ...(typeof left === 'number' && { facts: { ...facts, left: left / line.factor } }),
    },
  };
}
