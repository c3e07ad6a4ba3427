import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { applyAllocationPlan } from '~/commands/apply-allocation-plan.server';
import { approveAllocationPlan } from '~/commands/approve-allocation-plan.server';
import { cancelSolving } from '~/commands/cancel-solving.server';
import { changePlanLine } from '~/commands/change-plan-line.server';
import { choosePlanAlternative } from '~/commands/choose-plan-alternative.server';
import type { Envelope } from '~/commands/command.server';
import { rejectAllocationPlan } from '~/commands/reject-allocation-plan.server';
import { renewAllocationPlan } from '~/commands/renew-allocation-plan.server';
import { solveAllocationPlan } from '~/commands/solve-allocation-plan.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import { undoPlanChange } from '~/commands/undo-plan-change.server';
import type { Actor } from '~/domain/actor';
import { idField, textField } from '~/domain/form-schema';
import { planChangeSchema } from '~/domain/plan-form';
import type { Result } from '~/domain/result';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted, type PostedForm } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { findUnitFactor } from '~db/queries/plan-units.server';

interface Posted {
  env: ServerEnv;
  actor: Actor;
  posted: PostedForm;
  planId: string;
}

/** One of the plan page's buttons. */
export async function planAction(request: Request, { env, actor, planId }: Omit<Posted, 'posted'>) {
  const posted = await readPosted(request);
  const sent = { env, actor, posted, planId };
  switch (posted.intent) {
    case 'submit':
      return step(sent, submitAllocationPlan);
    case 'approve':
      return step(sent, approveAllocationPlan);
    case 'apply':
      return step(sent, applyAllocationPlan);
    case 'renew':
      return step(sent, renewAllocationPlan);
    case 'solve':
      return step(sent, solveAllocationPlan);
    case 'reject':
      return step(sent, rejectAllocationPlan, z.object({ reason: textField(500) }));
    case 'choose':
      return step(sent, choosePlanAlternative, z.object({ solutionId: idField }));
    case 'undo':
      return step(sent, undoPlanChange, z.object({ changeId: idField }));
    case 'cancel':
      return step(sent, cancelSolving, z.object({ jobId: idField }));
    case 'change':
      return step(sent, changePlanLine, planChangeSchema(await factorOf(sent)));
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}

/** Smallest units of the unit that the cell was in. */
async function factorOf({ env, posted }: Posted): Promise<number> {
  const text = (name: string) => {
    const value = posted.fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return (await findUnitFactor(env.db, text('requestLineId'), text('unitCode'))) ?? 1;
}

type StepCommand<T> = (
  env: ServerEnv,
  envelope: Envelope,
  input: { planId: string; version: number } & T,
) => Promise<Result<{ planId: string }>>;

async function step<T extends object>(
  { env, actor, posted, planId }: Posted,
  command: StepCommand<T>,
  schema: z.ZodType<T> = z.object({}) as unknown as z.ZodType<T>,
) {
  const form = parseForm(posted, actor, schema);
  if (!form.ok) return form.answer;
  const { value, version, envelope } = form;
  const result = await command(env, envelope, { ...value, planId, version });
  return respond(form, result, (done) =>
    redirect(`${paths.plan(done.planId)}?done=${posted.intent}`),
  );
}
