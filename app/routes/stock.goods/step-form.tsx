import { Form, useNavigation } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { plainField } from '~/ui/plain-field';
import { SelectField } from '~/ui/select-field';
import type { StockRowToShow } from '../stock._index/stock-rows.server';
import { useReasonWords, type StockReason } from './reason-words';

interface StepFormProps {
  row: StockRowToShow;
  intent: 'quarantine' | 'unquarantine' | 'writeOff';
  title: string;
  lead: string;
  reasons: readonly StockReason[];
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** So many, and why: the form of each step that stock can take. */
export function StepForm(props: StepFormProps) {
  const { row, intent, title, lead, reasons, membershipId, formKey } = props;
  const t = useText('stock');
  const nameOf = useName();
  const words = useReasonWords();
  const navigation = useNavigation();
  // The answer belongs to the form that was sent.
  const sent = props.answer?.lastResult?.initialValue?.['_intent'] === intent;
  const answer = sent ? props.answer : undefined;
  const labels: Record<string, string> = { quantity: t('quantity'), reason: t('reason') };
  // Three forms share a page: a control's id carries its form's name.
  const field = (name: string) => {
    const plain = plainField(answer, name);
    return { ...plain, id: `${intent}-${name}`, errorId: `${intent}-${name}-error` };
  };
  const problems = problemsOf(answer, (name) => labels[name]).map((problem) =>
    problem.fieldId ? { ...problem, fieldId: `${intent}-${problem.fieldId}` } : problem,
  );
  const unit = row.item.units.find((one) => one.code === row.unitCode);
  const { placeId, lotId, parcelId, factor, kind } = row;
  const hidden = { placeId, lotId, parcelId, factor, ...(intent === 'writeOff' && { from: kind }) };
  return (
    <Card title={title}>
      <p className="text-ink-soft">{lead}</p>
      <Form method="post" noValidate className="space-y-5">
        <EnvelopeFields membershipId={membershipId} formKey={formKey} intent={intent} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormErrorSummary problems={problems} />
        <FieldGrid>
          <NumberField
            field={field('quantity')}
            label={t('quantity')}
            unit={unit && nameOf(unit)}
            decimal={factor > 1}
            required
          />
          <SelectField
            field={field('reason')}
            label={t('reason')}
            required
            options={reasons.map((value) => ({ value, label: words[value] }))}
          />
        </FieldGrid>
        <FormActions>
          <Button kind="secondary" busy={navigation.state === 'submitting'}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
