import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { clockInShanghai } from '~/domain/calendar';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { namedField } from '~/ui/named-field';
import { SelectField } from '~/ui/select-field';
import { typedAt, typedCount } from '~/ui/typed-values';
import { useCountLabels } from './count-labels';
import { CountLineFields } from './count-line';
import type { CountPageData } from './count-page.server';

/** `rowOf`: the line that one more row was asked for. */
export type CountAnswer = RefusedAnswer & { rowOf?: string | undefined };

interface Props {
  page: CountPageData;
  answer: CountAnswer | undefined;
}

/** What came, line by line: sound, to check, refused. Big cells, for cold fingers on a phone. */
export function CountForm({ page, answer }: Props) {
  const t = useText('intake');
  const busy = useNavigation().state === 'submitting';
  const { donation, places, gate } = page;
  const perishable = page.items.some((item) => item.perishable);
  const { rows, addRow } = useRows(page, answer);
  const labelOf = useCountLabels(page, rows);
  const [onlyPlace] = places;
  const likely = places.find((place) => place.id === donation.placeId) ?? onlyPlace;
  return (
    <Form method="post" noValidate className="space-y-6">
      {/* Enter in a cell presses the first button of a form: that must be the one that counts. */}
      <button type="submit" name="_intent" value="count" hidden aria-hidden tabIndex={-1} />
      <EnvelopeFields
        membershipId={page.membershipId}
        formKey={page.formKey}
        version={donation.version}
      />
      <input type="hidden" name="donationId" value={donation.id} />
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
          <DateField
            field={namedField('occurredAt', errorsAt(answer, 'occurredAt'))}
            label={t('occurredAt')}
            withTime
            required
            defaultValue={typedAt(answer, 'occurredAt') || clockInShanghai(new Date(page.now))}
          />
        </FieldGrid>
        {perishable && <p className="max-w-prose text-sm text-ink-soft">{t('gateHint', gate)}</p>}
        <ul className="divide-y divide-line">
          {donation.lines.map((line, at) => (
            <CountLineFields
              key={line.id}
              rows={rows.flatMap((lineId, row) => (lineId === line.id ? [row] : []))}
              addRow={() => addRow(line.id)}
              first={at === 0}
              {...{ page, line, answer }}
            />
          ))}
        </ul>
      </Card>
      <FormActions>
        <Button name="_intent" value="count" busy={busy} refusal={page.refusal}>
          {t('count')}
        </Button>
      </FormActions>
    </Form>
  );
}

/**
 * The rows of the form by number, each the id of its line: first one for each line, then what was added. A row keeps its
 * number, so that what was complained of stays with it.
 */
function useRows({ donation }: CountPageData, answer: CountAnswer | undefined) {
  const lineIds = donation.lines.map((line) => line.id);
  const typed = Array.from(
    { length: Math.max(0, typedCount(answer, 'lines') - lineIds.length) },
    (_, at) => typedAt(answer, `lines[${lineIds.length + at}].donationLineId`),
  );
  const [added, setAdded] = useState([...typed, ...(answer?.rowOf ? [answer.rowOf] : [])]);
  const rows = [...lineIds, ...added];
  const addRow = (lineId: string) => {
    flushSync(() => setAdded([...added, lineId]));
    document.getElementById(`lines[${rows.length}].sound`)?.focus();
  };
  return { rows, addRow };
}
