import { z } from 'zod';
import { approveRequest } from '~/commands/approve-request.server';
import { closeRequest } from '~/commands/close-request.server';
import { returnRequest } from '~/commands/return-request.server';
import { submitRequest } from '~/commands/submit-request.server';
import { withdrawRequest } from '~/commands/withdraw-request.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { approvalSchema } from '~/domain/approval-form';
import { optionalTextField, textField } from '~/domain/form-schema';
import type { Result } from '~/domain/result';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted, type ReadForm } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { listItemsById } from '~db/queries/items.server';
import { findRequest } from '~db/queries/requests.server';

interface Asked {
  env: ServerEnv;
  actor: Actor;
  request: Request;
  requestId: string;
}

const nothing = z.object({});
const reason = z.object({ reason: textField(500) });
const optionalReason = z.object({ reason: optionalTextField(500) });

/** The steps of a request that its page offers, by the button pressed. `done` makes the answer of a success. */
export async function requestAction<A>(asked: Asked, done: (word: string) => A) {
  const { env, actor, requestId } = asked;
  const posted = await readPosted(asked.request);
  const run = <T, R>(
    form: ReadForm<T> | { ok: false; answer: R },
    word: string,
    command: (form: ReadForm<T>) => Promise<Result<unknown>>,
  ) =>
    form.ok ? command(form).then((result) => respond(form, result, () => done(word))) : form.answer;
  const at = (form: ReadForm<unknown>) => ({ requestId, version: form.version });
  switch (posted.intent) {
    case 'submit':
      return run(parseForm(posted, actor, nothing), 'submitted', (form) =>
        submitRequest(env, form.envelope, at(form)),
      );
    case 'withdraw':
      return run(parseForm(posted, actor, nothing), 'withdrawn', (form) =>
        withdrawRequest(env, form.envelope, at(form)),
      );
    case 'return':
      return run(parseForm(posted, actor, reason), 'returned', (form) =>
        returnRequest(env, form.envelope, { ...at(form), reason: form.value.reason }),
      );
    case 'close':
      return run(parseForm(posted, actor, optionalReason), 'closed', (form) =>
        closeRequest(env, form.envelope, { ...at(form), reason: form.value.reason ?? null }),
      );
    case 'approve': {
      const schema = await approvalSchemaFor(asked);
      return run(parseForm(posted, actor, schema), 'approved', (form) =>
        approveRequest(env, form.envelope, { ...at(form), ...form.value }),
      );
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}

async function approvalSchemaFor({ env, actor, requestId }: Asked) {
  const request = found(await findRequest(env.db, visibleScope(actor), requestId));
  const items = await listItemsById(
    env.db,
    request.lines.map((line) => line.itemId),
  );
  return approvalSchema(
    request.lines.map((line) => ({
      lineId: line.id,
      quantity: line.quantity,
      factor: factorOf(items, line),
    })),
  );
}

function factorOf(
  items: Awaited<ReturnType<typeof listItemsById>>,
  line: { itemId: string; unitCode: string },
): number {
  const item = items.find((one) => one.id === line.itemId);
  return item?.units.find((unit) => unit.code === line.unitCode)?.factor ?? 1;
}
