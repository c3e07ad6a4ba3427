import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countIntake } from '~/commands/count-intake.server';
import { intakeSchema } from '~/domain/intake-form';
import { formItem } from '~/domain/catalogue';
import type { Result } from '~/domain/result';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted, typedSoFar } from '~/server/form.server';
import { respond } from '~/server/respond.server';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { CountForm, type CountAnswer } from './count-form';
import { countPage, openCountPage } from './count-page.server';

export const handle = pageTitle('intake', 'countTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return countPage(context.env, actor, params.donationId ?? '', request);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const { donation, items, rules } = await openCountPage(
    env,
    actor,
    params.donationId ?? '',
    request,
  );
  const findLine = (lineId: string) => {
    const line = donation.lines.find((one) => one.id === lineId);
    const item = items.find((one) => one.id === line?.itemId);
    if (!line || !item) return undefined;
    const { toCome, closedShort } = line.figures;
    return {
      item: formItem(item),
      open: toCome + closedShort,
      closed: line.closedReason !== null,
    };
  };
  const posted = await readPosted(request);
  // Without JavaScript the form is drawn anew, with one more row.
  const [intent, rowOf] = posted.intent.split(':');
  if (intent === 'add-row') return data({ lastResult: typedSoFar(posted), rowOf });
  const form = parseForm(posted, actor, intakeSchema(findLine, rules));
  if (!form.ok) return form.answer;
  const { rows, ...counted } = form.value;
  const input = { ...counted, donationId: donation.id, version: form.version };
  const result = atTypedRow(await countIntake(env, form.envelope, input), rows);
  // Counted at the counter's own place, the donation is the counter's to see from now on.
  return respond(form, result, () => redirect(paths.donation(donation.id)));
}

/** The command knows the rows that were filled in; the form has empty ones between them. */
function atTypedRow<T>(result: Result<T>, rows: readonly number[]): Result<T> {
  if (result.ok || result.error.field === undefined) return result;
  const field = result.error.field.replace(
    /^lines\[(\d+)\]/,
    (_, at) => `lines[${rows[Number(at)] ?? at}]`,
  );
  return { ok: false, error: { ...result.error, field } };
}

export default function CountPage() {
  const t = useText('intake');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as CountAnswer | undefined;
  const { donation } = page;
  const code = t('crumbDonation', { code: donation.code });
  return (
    <Page
      title={t('countTitle')}
      badge={<StatusBadge status={`donation.${donation.status}`} />}
      lead={t('countLead', { donor: donation.donorName ?? '—', code: donation.code })}
      crumbs={[
        { label: t('listTitle'), to: paths.intake },
        ...(page.visible ? [{ label: code, to: paths.donation(donation.id) }] : []),
      ]}
    >
      {donation.lines.every((line) => line.toCome + line.closedShort === 0) && (
        <Notice tone="info">{t('nothingToCome')}</Notice>
      )}
      {page.places.length === 0 ? (
        <Notice tone="trouble">{t('noPlace')}</Notice>
      ) : (
        <CountForm page={page} answer={answer} />
      )}
    </Page>
  );
}
