import { redirect } from '@remix-run/node';
import { askWhatIf } from '~/commands/ask-what-if.server';
import { cancelSolving } from '~/commands/cancel-solving.server';
import { takeOverWhatIf } from '~/commands/take-over-what-if.server';
import { z } from 'zod';
import { findItemIn } from '~/domain/catalogue';
import { visibleScope, type Actor } from '~/domain/actor';
import { idField, textField } from '~/domain/form-schema';
import { whatIfSchema } from '~/domain/plan-form';
import type { ExtraGoods } from '~/domain/job';
import { parseQuantity } from '~/domain/quantity';
import { ok, refuse, type Result } from '~/domain/result';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, respond } from '~/server/respond.server';
import { findPlan } from '~db/queries/allocation-plans.server';
import { findItem } from '~db/queries/items.server';

/** Asks the solver; the answer is read from the page that this leads to. */
export async function askPosted(request: Request, env: ServerEnv, actor: Actor, planId: string) {
  const posted = await readPosted(request);
  if (posted.intent === 'cancel') {
    const form = parseForm(posted, actor, z.object({ jobId: idField }));
    if (!form.ok) return form.answer;
    const result = await cancelSolving(env, form.envelope, form.value);
    return respond(form, result, () => redirect(paths.whatIf(planId)));
  }
  if (posted.intent === 'take_over') {
    const form = parseForm(posted, actor, z.object({ jobId: idField, reason: textField(500) }));
    if (!form.ok) return form.answer;
    const { value, version, envelope } = form;
    const result = await takeOverWhatIf(env, envelope, { ...value, planId, version });
    return respond(form, result, () => redirect(`${paths.plan(planId)}?done=take_over`));
  }
  const plan = found(await findPlan(env.db, visibleScope(actor), planId));
  const form = parseForm(posted, actor, whatIfSchema(plan.choices));
  if (!form.ok) return form.answer;
  const { choices, extra: typed } = form.value;
  const extra = typed ? await readExtra(env, typed) : ok(undefined);
  if (!extra.ok) return respond(form, extra, () => redirect(paths.whatIf(planId)));
  const result = await askWhatIf(env, form.envelope, { planId, choices, extra: extra.value });
  return respond(form, result, ({ jobId }) => redirect(`${paths.whatIf(planId)}?job=${jobId}`));
}

interface TypedExtra {
  itemId: string;
  placeId: string;
  size: string;
  quantity: string;
  unitCode: string;
}

async function readExtra(
  env: ServerEnv,
  { itemId, placeId, ...typed }: TypedExtra,
): Promise<Result<ExtraGoods | undefined>> {
  const item = await findItem(env.db, itemId);
  if (!item) return refuse('form.unknown_choice', undefined, 'extraItemId');
  const unit = item.units.find((one) => one.code === typed.unitCode) ?? item.units[0];
  if (typed.unitCode !== '' && unit?.code !== typed.unitCode) {
    return refuse('form.unknown_choice', undefined, 'extraUnit');
  }
  const size = findItemIn([item])(item.code)?.readSize(typed.size);
  if (!size) return refuse('form.unknown_choice', undefined, 'extraItemId');
  if (!size.ok) return { ok: false, error: { ...size.error, field: 'extraSize' } };
  const quantity = parseQuantity(typed.quantity, unit?.factor ?? 1, 'extraQuantity');
  if (!quantity.ok) return quantity;
  return ok({ itemId, placeId, size: size.value, quantity: quantity.value });
}
