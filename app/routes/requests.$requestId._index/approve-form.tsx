import { Form, useNavigation } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import type { DomainError } from '~/domain/error';
import { cutReasons } from '~/domain/request';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FormActions } from '~/ui/form-layout';
import { Amount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { TextAreaField } from '~/ui/text-area-field';
import { useRequestLabels } from '../requests.new/request-labels';
import type { ShownLine } from './line-figures';

interface ApproveFormProps {
  request: { version: number };
  lines: readonly ShownLine[];
  items: readonly CatalogueItem[];
  steps: { approve?: DomainError | null | undefined };
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

interface Typed {
  lines?: { approved?: string; cutReason?: string }[];
  note?: string;
}

/** The bureau's decision, line by line: what stands there already is what was asked. */
export function ApproveForm({ request, lines, items, steps, answer, ...sender }: ApproveFormProps) {
  const t = useText('requests');
  const nameOf = useName();
  const words = useRequestLabels();
  const language = useLanguage();
  const busy = useNavigation().state === 'submitting';
  const typed = answer?.lastResult?.initialValue as Typed | undefined;
  const rows = lines.map((line, at) => ({ ...line, at }));
  const itemOf = (line: ShownLine) => items.find((one) => one.id === line.itemId);
  const nameIn = (line: ShownLine) => {
    const item = itemOf(line);
    return [item && nameOf(item), line.size].filter(Boolean).join(' ');
  };
  const unitOf = (line: ShownLine) =>
    itemOf(line)?.units.find((unit) => unit.code === line.unitCode);
  return (
    <Form method="post" className="space-y-5" noValidate>
      <EnvelopeFields {...sender} version={request.version} intent="approve" />
      <DataTable
        caption={t('decide')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          {
            key: 'item',
            header: t('item'),
            heading: true,
            cell: (row) => (
              <>
                {nameIn(row)}
                <input type="hidden" name={`lines[${row.at}].lineId`} value={row.id} />
              </>
            ),
          },
          {
            key: 'asked',
            header: t('asked'),
            align: 'end',
            cell: (row) => (
              <Amount
                quantity={row.quantity}
                units={itemOf(row)?.units ?? []}
                unitCode={row.unitCode}
              />
            ),
          },
          {
            key: 'approved',
            header: t('approveQuantity'),
            align: 'end',
            cell: (row) => {
              const unit = unitOf(row);
              return (
                <NumberField
                  field={fieldOf(`lines[${row.at}].approved`, answer)}
                  label={`${t('approveQuantity')} ${nameIn(row)}`}
                  labelHidden
                  unit={unit && nameOf(unit)}
                  decimal={unit?.factor !== 1}
                  defaultValue={
                    typed?.lines?.[row.at]?.approved ?? plain(row.quantity / (unit?.factor ?? 1))
                  }
                />
              );
            },
          },
          {
            key: 'cutReason',
            header: t('cutReason'),
            cell: (row) => (
              <SelectField
                field={fieldOf(`lines[${row.at}].cutReason`, answer)}
                label={`${t('cutReason')} ${nameIn(row)}`}
                labelHidden
                emptyLabel={t('notCut')}
                options={cutReasons.map((value) => ({ value, label: words.cutReason(value) }))}
                defaultValue={typed?.lines?.[row.at]?.cutReason}
              />
            ),
          },
        ]}
      />
      <TextAreaField
        field={fieldOf('note', answer)}
        label={t('note')}
        hint={t('noteHint')}
        rows={2}
        maxLength={500}
        defaultValue={typed?.note}
      />
      <FormActions>
        <Button refusal={steps.approve ?? undefined} busy={busy}>
          {t('approve')}
        </Button>
        <span className="self-center text-sm text-ink-soft">
          {t('linesInAll', { lines: formatNumber(language, lines.length) })}
        </span>
      </FormActions>
    </Form>
  );
}

/** For a field, not for reading: no grouping. */
const plain = (value: number) => String(value);

function fieldOf(name: string, answer: RefusedAnswer | undefined) {
  return {
    id: name,
    name,
    errorId: `${name}-error`,
    descriptionId: `${name}-hint`,
    errors: errorsAt(answer, name),
  };
}
