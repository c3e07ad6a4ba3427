import { useSearchParams } from '@remix-run/react';
import { shipmentStatuses } from '~/domain/shipment';
import { useText } from '~/i18n/text';
import { FilterForm } from '~/ui/filter-form';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

/** @param ownPlaces whether the reader keeps places of its own, so that "in" and "out" mean something. */
export function ShipmentFilterForm({ ownPlaces }: { ownPlaces: boolean }) {
  const t = useText('shipments');
  const status = useText('statuses');
  const [search] = useSearchParams();
  return (
    <FilterForm names={['q', 'status', 'direction']}>
      <TextField
        name="q"
        type="search"
        label={t('search')}
        defaultValue={search.get('q') ?? undefined}
      />
      <SelectField
        name="status"
        label={t('status')}
        emptyLabel={t('anyStatus')}
        defaultValue={search.get('status') ?? undefined}
        options={shipmentStatuses.map((value) => ({ value, label: status(`shipment.${value}`) }))}
      />
      {ownPlaces && (
        <SelectField
          name="direction"
          label={t('direction')}
          emptyLabel={t('anyDirection')}
          defaultValue={search.get('direction') ?? undefined}
          options={[
            { value: 'in', label: t('directionIn') },
            { value: 'out', label: t('directionOut') },
          ]}
        />
      )}
    </FilterForm>
  );
}
