import { Form } from '@remix-run/react';
import { Check } from 'lucide-react';
import { declineReasons } from '~/domain/donation';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import type { DonationPageData, Step } from './donation-page.server';
import { useGoodsWords } from './goods-words';

interface Props {
  page: DonationPageData;
  step: Step;
  answer: RefusedAnswer | undefined;
}

/** Accepts the whole pledge with one press; what is not wanted is said line by line, folded away. */
export function AcceptForm({ page, step, answer }: Props) {
  const t = useText('donations');
  const goods = useGoodsWords(page);
  const nameOf = useName();
  const said = page.donation.lines.some((_, at) => typedAt(answer, `declined[${at}].quantity`));
  const field = (name: string) => namedField(name, errorsAt(answer, name));
  return (
    <Form method="post" className="space-y-4">
      <EnvelopeFields
        membershipId={page.membershipId}
        formKey={page.formKey}
        version={page.donation.version}
        intent="accept"
      />
      <Button icon={Check} refusal={step.refusal}>
        {t('accept')}
      </Button>
      <details open={said}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
          {t('acceptPartly')}
        </summary>
        <p className="pb-3 text-sm text-ink-soft">{t('acceptPartlyHint')}</p>
        <ul className="space-y-5">
          {page.donation.lines.map((line, at) => {
            const unit = goods.itemOf(line.itemId).units.find((one) => one.code === line.unitCode);
            return (
              <li key={line.id} className="space-y-2">
                <input type="hidden" name={`declined[${at}].lineId`} value={line.id} />
                <NumberField
                  field={field(`declined[${at}].quantity`)}
                  label={t('declineOf', {
                    goods: goods.lineName(line),
                    pledged: goods.quantity(line.itemId, line.quantity),
                  })}
                  unit={unit && nameOf(unit)}
                  decimal
                  defaultValue={typedAt(answer, `declined[${at}].quantity`)}
                />
                <SelectField
                  field={field(`declined[${at}].reason`)}
                  label={t('reason')}
                  options={declineReasons.map((one) => ({
                    value: one,
                    label: t(`decline.${one}`),
                  }))}
                  defaultValue={typedAt(answer, `declined[${at}].reason`)}
                />
              </li>
            );
          })}
        </ul>
      </details>
    </Form>
  );
}
