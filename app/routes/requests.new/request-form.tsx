import { Form, useNavigation } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { urgencies } from '~/domain/request';
import type { CatalogueItem } from '~/domain/catalogue';
import type { RequestFormBlock } from '~/domain/request-form';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions, WideField } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { TextAreaField } from '~/ui/text-area-field';
import { ItemBlock } from './item-block';
import { useRequestLabels } from './request-labels';

export interface RequestFormValues {
  programmeId?: string | undefined;
  campaignId?: string | undefined;
  headCount?: string | undefined;
  needBy?: string | undefined;
  urgency?: string | undefined;
  urgencyReason?: string | undefined;
  blocks?: Partial<RequestFormBlock>[] | undefined;
}

export interface RequestFormProps {
  programmes: readonly { id: string; name: string; placeName: string }[];
  campaigns: readonly { id: string; name: string }[];
  items: readonly CatalogueItem[];
  membershipId: string;
  formKey: string;
  version?: number;
  /** What is saved; what was just typed comes in `answer`. */
  saved?: RequestFormValues;
  answer: RefusedAnswer | undefined;
}

/** What a programme needs, item by item in sizes. Every button is a form button, so it works without JavaScript. */
export function RequestForm(props: RequestFormProps) {
  const { programmes, campaigns, items, answer, saved } = props;
  const t = useText('requests');
  const words = useRequestLabels();
  const busy = useNavigation().state === 'submitting';
  const typed = answer?.lastResult?.initialValue as RequestFormValues | undefined;
  const values = typed ?? saved ?? {};
  const blocks = values.blocks ?? [];
  const field = (name: string) => ({ field: fieldOf(name, answer) });
  const labels: Record<string, string> = {
    programmeId: t('programme'),
    campaignId: t('campaign'),
    headCount: t('headCount'),
    needBy: t('needBy'),
    urgency: t('urgency'),
    urgencyReason: t('urgencyReason'),
    blocks: t('items'),
  };
  const nameOf = useName();
  const labelOf = (name: string) => {
    const at = /^blocks\[(\d+)\]/.exec(name)?.[1];
    const item = items.find((one) => one.code === blocks[Number(at)]?.itemCode);
    return item ? nameOf(item) : labels[name];
  };
  return (
    <Form method="post" className="space-y-6" noValidate>
      <EnvelopeFields
        membershipId={props.membershipId}
        formKey={props.formKey}
        {...(props.version !== undefined && { version: props.version })}
      />
      {/* Enter in a field presses a form's first button: it must save, not remove an item. */}
      <button name="_intent" value="save" tabIndex={-1} aria-hidden className="sr-only">
        {t('saveDraft')}
      </button>
      <FormErrorSummary problems={problemsOf(answer, labelOf)} />
      <Card title={t('whoAndWhen')}>
        <FieldGrid>
          <SelectField
            {...field('programmeId')}
            label={t('programme')}
            required
            options={programmes.map((one) => ({
              value: one.id,
              label: `${one.placeName} · ${one.name}`,
            }))}
            emptyLabel={programmes.length === 1 ? false : undefined}
            defaultValue={values.programmeId}
          />
          <SelectField
            {...field('campaignId')}
            label={t('campaign')}
            options={campaigns.map((one) => ({ value: one.id, label: one.name }))}
            emptyLabel={t('noCampaign')}
            defaultValue={values.campaignId}
          />
          <NumberField
            {...field('headCount')}
            label={t('headCount')}
            hint={t('headCountHint')}
            unit={t('people')}
            required
            defaultValue={values.headCount}
          />
          <DateField
            {...field('needBy')}
            label={t('needBy')}
            required
            defaultValue={values.needBy}
          />
          <WideField>
            <RadioGroup
              {...field('urgency')}
              label={t('urgency')}
              inline
              required
              options={urgencies.map((value) => ({ value, label: words.urgency(value) }))}
              defaultValue={values.urgency ?? 'normal'}
            />
          </WideField>
          <WideField>
            <TextAreaField
              {...field('urgencyReason')}
              label={t('urgencyReason')}
              hint={t('urgencyReasonHint')}
              rows={2}
              maxLength={500}
              defaultValue={values.urgencyReason}
            />
          </WideField>
        </FieldGrid>
      </Card>
      {blocks.map((block, at) => {
        const item = items.find((one) => one.code === block.itemCode);
        return (
          item && (
            <ItemBlock
              key={`${item.code} ${block.unitCode} ${block.largerSizeServes}`}
              at={at}
              item={item}
              block={block}
              errorsOf={(name) => errorsAt(answer, name)}
            />
          )
        );
      })}
      <AddItem items={items} chosen={blocks} errors={errorsAt(answer, 'blocks')} />
      <FormActions>
        <Button name="_intent" value="save" busy={busy}>
          {t('saveDraft')}
        </Button>
      </FormActions>
      <p className="text-sm text-ink-soft">{t('saveHint')}</p>
    </Form>
  );
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

interface AddItemProps {
  items: readonly CatalogueItem[];
  chosen: readonly Partial<RequestFormBlock>[];
  errors: string[] | undefined;
}

function AddItem({ items, chosen, errors }: AddItemProps) {
  const t = useText('requests');
  const nameOf = useName();
  const left = items.filter((item) => !chosen.some((block) => block.itemCode === item.code));
  return (
    <Card title={chosen.length === 0 ? t('items') : t('moreItems')}>
      <div className="flex flex-wrap items-end gap-3 *:w-full sm:*:w-auto sm:*:min-w-64">
        <SelectField
          key={chosen.length}
          field={{
            id: 'blocks',
            name: 'add',
            errorId: 'blocks-error',
            descriptionId: 'blocks-hint',
            errors,
          }}
          label={t('chooseItem')}
          options={left.map((item) => ({ value: item.code, label: nameOf(item) }))}
        />
        <Button kind="secondary" icon={Plus} name="_intent" value="add">
          {t('addItem')}
        </Button>
      </div>
    </Card>
  );
}
