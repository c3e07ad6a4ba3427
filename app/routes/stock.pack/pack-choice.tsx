import { Form, useSearchParams } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FieldGrid } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

interface PackChoiceProps {
  places: readonly { id: string; name: string }[];
  items: readonly { id: string; nameZh: string; nameEn: string }[];
  placeId: string | undefined;
}

/** Which goods, where, and how many: the table below then takes them first expired first. */
export function PackChoice({ places, items, placeId }: PackChoiceProps) {
  const t = useText('stock');
  const nameOf = useName();
  const [search] = useSearchParams();
  return (
    <Card title={t('packChoose')}>
      <Form method="get" className="space-y-5" key={search.toString()}>
        <FieldGrid>
          <SelectField
            name="place"
            label={t('place')}
            emptyLabel={false}
            defaultValue={placeId}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="item"
            label={t('item')}
            required
            defaultValue={search.get('item') ?? undefined}
            options={items.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
          <TextField name="size" label={t('size')} defaultValue={search.get('size') ?? undefined} />
          <NumberField
            name="want"
            label={t('wanted')}
            hint={t('wantedHint')}
            decimal
            defaultValue={search.get('want') ?? undefined}
          />
        </FieldGrid>
        <Button kind="secondary">{t('showGoods')}</Button>
      </Form>
    </Card>
  );
}
