import { Form } from '@remix-run/react';
import { itemCategories, type CatalogueItem } from '~/domain/catalogue';
import { smallestUnits } from '~/domain/quantity';
import { sizeSchemes } from '~/domain/size';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { CheckField } from './check-field';
import { EnvelopeFields } from './envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from './form-answer';
import { FormErrorSummary } from './form-error-summary';
import { FieldGrid, FormActions } from './form-layout';
import { namedField } from './named-field';
import { SelectField } from './select-field';
import { TextField } from './text-field';
import { typedAt } from './typed-values';

interface ItemFormProps {
  /** Left out for a new one. */
  item?: CatalogueItem;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** An item of the catalogue, new or amended. */
export function ItemForm({ item, membershipId, formKey, answer }: ItemFormProps) {
  const t = useText('catalogue');
  const c = useText('common');
  const labels: Record<string, string> = {
    nameZh: t('nameZh'),
    nameEn: t('nameEn'),
    code: t('code'),
    category: t('category'),
    smallestUnit: t('smallestUnit'),
    smallestZh: t('smallestZh'),
    smallestEn: t('smallestEn'),
    sizeScheme: t('sizes'),
    weightMg: t('weightOfOne'),
    volumeUl: t('volumeOfOne'),
    'unit.nameZh': t('unitNameZh'),
    'unit.nameEn': t('unitNameEn'),
    'unit.factor': t('unitFactor'),
  };
  const sent = answer?.lastResult?.initialValue !== undefined;
  const of = (name: string, saved: string | number | undefined = '') => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labels[name] ?? '',
    defaultValue: sent ? typedAt(answer, name) : String(saved),
  });
  const ticked = (name: string, saved: boolean) => (sent ? typedAt(answer, name) === 'on' : saved);
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields membershipId={membershipId} formKey={formKey} version={item?.version ?? 0} />
      <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
      <Card title={t('facts')}>
        <FieldGrid>
          <TextField {...of('nameZh', item?.nameZh)} required maxLength={40} />
          <TextField {...of('nameEn', item?.nameEn)} required maxLength={80} />
          {!item && <TextField {...of('code')} hint={t('codeHint')} required maxLength={40} />}
          <SelectField
            {...of('category', item?.category)}
            required
            options={itemCategories.map((one) => ({ value: one, label: t(`category.${one}`) }))}
          />
          {!item && <NewItemFields of={of} />}
          <TextField
            {...of('weightMg', item && item.weightMg / 1000)}
            hint={t('weightHint')}
            required
            inputMode="decimal"
          />
          <TextField
            {...of('volumeUl', item && item.volumeUl / 1000)}
            hint={t('volumeHint')}
            required
            inputMode="decimal"
          />
          <CheckField
            name="perishable"
            label={t('perishes')}
            defaultChecked={ticked('perishable', item?.perishable ?? false)}
          />
          {item && (
            <CheckField
              name="retired"
              label={t('retire')}
              hint={t('retireHint')}
              defaultChecked={ticked('retired', item.retired)}
            />
          )}
        </FieldGrid>
      </Card>
      <Card title={t('unitMore')}>
        <p className="text-sm text-ink-soft">{t('unitMoreHint')}</p>
        <FieldGrid>
          <TextField {...of('unit.nameZh')} />
          <TextField {...of('unit.nameEn')} />
          <TextField {...of('unit.factor')} inputMode="numeric" />
        </FieldGrid>
      </Card>
      <FormActions>
        <Button>{c('save')}</Button>
      </FormActions>
    </Form>
  );
}

type FieldOf = (name: string) => {
  field: ReturnType<typeof namedField>;
  label: string;
  defaultValue: string;
};

/** What is settled once, when the item is made. */
function NewItemFields({ of }: { of: FieldOf }) {
  const t = useText('catalogue');
  return (
    <>
      <SelectField
        {...of('smallestUnit')}
        required
        hint={t('smallestUnitHint')}
        options={smallestUnits.map((one) => ({ value: one, label: t(`smallest.${one}`) }))}
      />
      <SelectField
        {...of('sizeScheme')}
        required
        options={sizeSchemes.map((one) => ({ value: one, label: t(`scheme.${one}`) }))}
      />
      <TextField {...of('smallestZh')} hint={t('smallestNameHint')} required maxLength={20} />
      <TextField {...of('smallestEn')} required maxLength={20} />
    </>
  );
}
