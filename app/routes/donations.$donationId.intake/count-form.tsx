import { Form, useNavigation } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import { CountLineFields } from './count-line';
import type { CountPageData } from './count-page.server';

interface Props {
  page: CountPageData;
  answer: RefusedAnswer | undefined;
}

/** What came, line by line: sound, to check, refused. Big cells, for cold fingers on a phone. */
export function CountForm({ page, answer }: Props) {
  const t = useText('intake');
  const labelOf = useCountLabels(page);
  const busy = useNavigation().state === 'submitting';
  const { donation, places, gate } = page;
  const perishable = page.items.some((item) => item.perishable);
  const [onlyPlace] = places;
  const likely = places.find((place) => place.id === donation.placeId) ?? onlyPlace;
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields
        membershipId={page.membershipId}
        formKey={page.formKey}
        version={donation.version}
      />
      <input type="hidden" name="donationId" value={donation.id} />
      <input type="hidden" name="occurredAt" value={page.now} />
      <FormErrorSummary problems={problemsOf(answer, labelOf)} />
      <Card title={t('goods')}>
        <FieldGrid>
          <SelectField
            field={namedField('placeId', errorsAt(answer, 'placeId'))}
            label={t('place')}
            emptyLabel={false}
            required
            options={places.map((place) => ({ value: place.id, label: place.name }))}
            defaultValue={typedAt(answer, 'placeId') || likely?.id}
          />
        </FieldGrid>
        {perishable && <p className="max-w-prose text-sm text-ink-soft">{t('gateHint', gate)}</p>}
        <ul className="divide-y divide-line">
          {donation.lines.map((line, at) => (
            <CountLineFields key={line.id} {...{ page, line, at, answer }} />
          ))}
        </ul>
        {perishable && <p className="text-sm text-ink-soft">{t('anotherBatch')}</p>}
      </Card>
      <FormActions>
        <Button busy={busy} refusal={page.refusal}>
          {t('count')}
        </Button>
      </FormActions>
    </Form>
  );
}

function useCountLabels(page: CountPageData): (name: string) => string | undefined {
  const t = useText('intake');
  const nameOf = useName();
  const words: Record<string, string> = {
    sound: t('sound'),
    quarantined: t('quarantined'),
    refused: t('refused'),
    unitCode: t('unit'),
    producedOn: t('producedOn'),
    bestBefore: t('bestBefore'),
    packSize: t('packSize'),
    reason: t('reason'),
  };
  return (name) => {
    if (name === 'placeId') return t('place');
    const [, at, field] = /^lines\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
    const line = page.donation.lines[Number(at)];
    const item = page.items.find((one) => one.id === line?.itemId);
    if (!line || !item || !field) return undefined;
    return t('lineField', {
      goods: `${nameOf(item)} ${line.size}`.trim(),
      field: words[field] ?? '',
    });
  };
}
