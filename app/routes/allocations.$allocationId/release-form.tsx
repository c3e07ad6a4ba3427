import { Form, useNavigation } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import type { DomainError } from '~/domain/error';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { TextAreaField } from '~/ui/text-area-field';
import type { ShownLine } from './allocation-lines';
import { toRelease } from './to-release';

interface ReleaseFormProps {
  allocation: { version: number };
  lines: readonly ShownLine[];
  items: readonly CatalogueItem[];
  refused: DomainError | undefined;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

interface Typed {
  lines?: { quantity?: string }[];
  reason?: string;
}

/** Takes back what is still reserved or promised, all of it unless less is typed; what is on its way goes on. */
export function ReleaseForm({
  allocation,
  lines,
  items,
  refused,
  answer,
  ...sender
}: ReleaseFormProps) {
  const t = useText('desk');
  const busy = useNavigation().state === 'submitting';
  const nameOf = useName();
  const typed = answer?.lastResult?.initialValue as Typed | undefined;
  const rows = toRelease(lines, items);
  return (
    <Card title={t('release')}>
      <Form method="post" className="space-y-4" noValidate>
        <EnvelopeFields
          membershipId={sender.membershipId}
          formKey={sender.formKey}
          version={allocation.version}
        />
        <FormErrorSummary
          problems={problemsOf(answer, (name) =>
            name === 'reason' ? t('releaseReason') : undefined,
          )}
        />
        <p className="text-ink-soft">{t('releaseHint')}</p>
        <FieldGrid>
          {rows.map(({ line, item, left, unit }, at) => (
            <div key={line.id}>
              <input type="hidden" name={`lines[${at}].lineId`} value={line.id} />
              <input type="hidden" name={`lines[${at}].unitCode`} value={unit.code} />
              <NumberField
                field={fieldOf(`lines[${at}].quantity`, answer)}
                label={`${nameOf(item)} ${line.size}`.trim()}
                hint={`${line.placeName} · ${line.donationCode}`}
                unit={unitName(item, unit.code, nameOf)}
                decimal={unit.factor !== 1}
                defaultValue={typed?.lines?.[at]?.quantity ?? String(left / unit.factor)}
              />
            </div>
          ))}
        </FieldGrid>
        <TextAreaField
          field={fieldOf('reason', answer)}
          label={t('releaseReason')}
          required
          rows={2}
          maxLength={500}
          defaultValue={typed?.reason}
        />
        <FormActions>
          <Button kind="secondary" refusal={refused} busy={busy}>
            {t('release')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function unitName(item: CatalogueItem, code: string, nameOf: ReturnType<typeof useName>) {
  const unit = item.units.find((one) => one.code === code);
  return unit && nameOf(unit);
}

function fieldOf(name: string, answer: RefusedAnswer | undefined) {
  return {
    id: name,
    name,
    errorId: `${name}-error`,
    descriptionId: `${name}-hint`,
    errors: errorsAt(answer, name),
  };
}
