import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { openCampaign } from '~/commands/open-campaign.server';
import { dayInShanghai } from '~/domain/calendar';
import { campaignSchema } from '~/domain/campaign';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { namedField } from '~/ui/named-field';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';
import { findDivision, listChildren } from '~db/queries/divisions.server';

export const handle = pageTitle('donations', 'newCampaign');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { organisationId, divisionCode } = actor;
  const refused = refusal('campaign.open', actor, { organisationId, divisionCode });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const today = dayInShanghai(env.now());
  const own = await findDivision(env.db, divisionCode);
  const below = await listChildren(env.db, divisionCode, today);
  return {
    divisions: [...(own ? [own] : []), ...below].map(({ code, name }) => ({ code, name })),
    today,
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const form = parseForm(await readPosted(request), actor, campaignSchema);
  if (!form.ok) return form.answer;
  const result = await openCampaign(context.env, form.envelope, form.value);
  return respond(form, result, () => redirect(paths.campaigns));
}

export default function NewCampaignPage() {
  const t = useText('donations');
  const { divisions, today, membershipId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const labels: Record<string, string> = {
    name: t('campaignName'),
    divisionCode: t('campaignFor'),
    startsOn: t('startsOn'),
    endsOn: t('endsOn'),
  };
  const of = (name: string) => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labels[name] ?? '',
    defaultValue: typedAt(answer, name),
  });
  return (
    <Page
      narrow
      title={t('newCampaign')}
      lead={t('newCampaignLead')}
      crumbs={[{ label: t('campaignsTitle'), to: paths.campaigns }]}
    >
      <Card>
        <Form method="post" noValidate className="space-y-5">
          <EnvelopeFields membershipId={membershipId} formKey={formKey} />
          <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
          <FieldGrid>
            <TextField {...of('name')} required maxLength={60} />
            <SelectField
              {...of('divisionCode')}
              required
              options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <DateField
              {...of('startsOn')}
              required
              defaultValue={typedAt(answer, 'startsOn') || today}
            />
            <DateField {...of('endsOn')} hint={t('endsOnHint')} />
          </FieldGrid>
          <FormActions>
            <Button>{t('openCampaign')}</Button>
          </FormActions>
        </Form>
      </Card>
    </Page>
  );
}
