import { data } from '@remix-run/node';
import { z } from 'zod';
import type { Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { requestSchema } from '~/domain/request-form';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, type PostedForm } from '~/server/form.server';
import { listItems } from '~db/queries/items.server';

/** Anything: what was typed is only to be drawn again. */
const draft = z.object({ blocks: z.array(z.unknown()).default([]), add: z.string().optional() });

/**
 * Reads the posted request. The buttons "add" and "remove" change the form and save nothing: they answer with all that
 * was typed, so that the form grows without JavaScript too.
 */
export async function readRequestForm(env: ServerEnv, actor: Actor, posted: PostedForm) {
  const [intent, index] = posted.intent.split(':');
  if (intent === 'add' || intent === 'remove') {
    const form = parseForm(posted, actor, draft.loose());
    if (!form.ok) return { answer: form.answer };
    const blocks =
      intent === 'add'
        ? [...form.value.blocks, ...(form.value.add ? [{ itemCode: form.value.add }] : [])]
        : form.value.blocks.filter((_, at) => at !== Number(index));
    const initialValue: Record<string, unknown> = { ...form.submission.payload, blocks };
    return { answer: data({ lastResult: { initialValue } }) };
  }
  const schema = requestSchema(await listItems(env.db), dayInShanghai(env.now()));
  const form = parseForm(posted, actor, schema);
  return form.ok ? { form } : { answer: form.answer };
}
