import { data, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { visibleScope, type Actor } from '~/domain/actor';
import type { Result } from '~/domain/result';
import { paths } from '~/paths';
import { parseDivisionForm, refusedDivisionForm } from '~/server/division-form.server';
import type { ServerEnv } from '~/server/env.server';
import { refusedForm, type PostedForm, type ReadForm } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { found } from '~/server/respond.server';
import { findOrganisation } from '~db/queries/organisations.server';

type Params = Record<string, string | undefined>;

/** The organisation that the address names, as this actor sees it. @throws the not-found page. */
export async function organisationOf(env: ServerEnv, actor: Actor, params: Params) {
  const id = idParam(params, 'organisationId');
  return found(await findOrganisation(env.db, visibleScope(actor), id));
}

interface Posted {
  env: ServerEnv;
  actor: Actor;
  posted: PostedForm;
  organisationId: string;
}

/** Runs a form about an organisation or one of its places, whose division was typed as words, and goes back to its page. */
export async function answerOrganisationForm<S extends z.ZodType>(
  { env, actor, posted, organisationId }: Posted,
  schema: S,
  run: (form: ReadForm<z.output<S>>) => Promise<Result<unknown>>,
) {
  const form = await parseDivisionForm(env, posted, actor, schema);
  if (!form.ok) return data(form.answer, { status: form.status });
  const result = await run(form);
  if (result.ok) return redirect(`${paths.organisation(organisationId)}?done`);
  const refused = refusedDivisionForm(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}
