import { Form } from '@remix-run/react';
import { reopenReasons } from '~/domain/donation-reopening';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import type { DonationPageData } from './donation-page.server';
import { useGoodsWords } from './goods-words';

interface Props {
  page: DonationPageData;
  line: DonationPageData['donation']['lines'][number];
  answer: RefusedAnswer | undefined;
}

/** Of a line that a count closed short: more of it is expected after all. */
export function ReopenLine({ page, line, answer }: Props) {
  const t = useText('donations');
  const goods = useGoodsWords(page);
  const step = page.steps.reopenLine;
  const { closedShort } = line.figures;
  if (!step || !line.closedReason || closedShort === 0) return null;
  if (page.donation.status !== 'accepted') return null;
  const sent = typedAt(answer, 'lineId') === line.id;
  return (
    <details open={sent}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-4">
        {t('reopenLine')}
      </summary>
      <Form method="post" className="max-w-prose space-y-3 pt-1">
        <EnvelopeFields
          membershipId={page.membershipId}
          formKey={page.formKey}
          version={page.donation.version}
          intent="reopen-line"
        />
        <input type="hidden" name="lineId" value={line.id} />
        <p className="text-sm text-ink-soft">
          {t('reopenLineHint', { quantity: goods.quantity(line.itemId, closedShort) })}
        </p>
        <SelectField
          name="reason"
          label={t('reason')}
          required
          options={reopenReasons.map((one) => ({ value: one, label: t(`reopenReason.${one}`) }))}
          errors={sent ? errorsAt(answer, 'reason') : undefined}
        />
        <Button kind="secondary" refusal={step.refusal}>
          {t('reopenLineNow')}
        </Button>
      </Form>
    </details>
  );
}
