import { Form, useNavigation } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { findItemIn, type CatalogueItem } from '~/domain/catalogue';
import { formErrorMap } from '~/domain/form-error';
import { pledgeSchema } from '~/domain/pledge';
import { issueStrings } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { typedCount } from '~/ui/typed-values';
import { parseWithZod } from '@conform-to/zod/v4';
import { LineKeys } from './line-keys';
import { PledgeHead } from './pledge-head';
import { PledgeLineFields } from './pledge-line';
import { useLineLabels } from './line-labels';

export interface PledgeFormProps {
  items: CatalogueItem[];
  places: { id: string; name: string; kind: 'depot' | 'centre'; government: boolean }[];
  campaigns: { id: string; name: string }[];
  divisions: { code: string; name: string }[];
  /** Calendar day in Shanghai. */
  today: string;
  membershipId: string;
  formKey: string;
  answer: (RefusedAnswer & { moreLines?: number }) | undefined;
}

const FIRST_LINES = 3;

/** A small spreadsheet of what is given: a row an item, a matrix below it where the item has sizes. */
export function PledgeForm(props: PledgeFormProps) {
  const { items, today, membershipId, formKey } = props;
  const t = useText('donations');
  const nameOf = useName();
  const labelOf = useLineLabels();
  const busy = useNavigation().state === 'submitting';
  const [checked, setChecked] = useState<RefusedAnswer>();
  const answer = checked ?? props.answer;
  const typed = typedCount(props.answer, 'lines') + (props.answer?.moreLines ?? 0);
  const [count, setCount] = useState(Math.max(FIRST_LINES, typed));
  const form = useRef<HTMLFormElement>(null);
  const keys = new LineKeys(
    form,
    () => count,
    (next) => flushSync(() => setCount(next)),
  );

  /** The domain's own schema, before anything is sent. */
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.getAttribute('value') !== 'pledge') return;
    const submission = parseWithZod(new FormData(event.currentTarget), {
      schema: pledgeSchema(findItemIn(items), today),
      error: formErrorMap,
      formatError: issueStrings,
    });
    if (submission.status === 'success') return setChecked(undefined);
    event.preventDefault();
    setChecked({ lastResult: { error: submission.error } });
  };

  return (
    <Form method="post" noValidate ref={form} onSubmit={onSubmit} className="space-y-6">
      <EnvelopeFields membershipId={membershipId} formKey={formKey} />
      <FormErrorSummary problems={problemsOf(answer, labelOf)} />
      <PledgeHead {...props} errorsFrom={answer} typedFrom={props.answer} />
      <Card title={t('goods')}>
        <p className="text-sm text-ink-soft">{t('goodsHint')}</p>
        <datalist id="item-names">
          {items.map((item) => (
            <option key={item.code} value={nameOf(item)}>
              {nameOf(item)}
            </option>
          ))}
        </datalist>
        <div className="divide-y divide-line">
          {Array.from({ length: count }, (_, at) => (
            <PledgeLineFields
              key={at}
              at={at}
              items={items}
              divisions={props.divisions}
              errorsFrom={answer}
              typedFrom={props.answer}
              keys={keys}
            />
          ))}
        </div>
        <Button
          kind="secondary"
          icon={Plus}
          name="_intent"
          value="add-lines"
          onClick={(event) => {
            event.preventDefault();
            keys.addLine();
          }}
        >
          {t('addLine')}
        </Button>
      </Card>
      <FormActions>
        <Button name="_intent" value="pledge" busy={busy}>
          {t('pledge')}
        </Button>
      </FormActions>
    </Form>
  );
}
