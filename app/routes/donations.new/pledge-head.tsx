import { useState } from 'react';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import { CheckField } from '~/ui/check-field';
import { DateField } from '~/ui/date-field';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FieldGrid, WideField } from '~/ui/form-layout';
import { Notice } from '~/ui/notice';
import { SelectField } from '~/ui/select-field';
import { typedAt } from '~/ui/typed-values';
import { namedField } from '~/ui/named-field';
import type { PledgeFormProps } from './pledge-form';

type Props = Pick<PledgeFormProps, 'places' | 'campaigns' | 'today'> & {
  errorsFrom: RefusedAnswer | undefined;
  typedFrom: RefusedAnswer | undefined;
};

/** What holds for the whole pledge: where to, when, for which campaign, and whether the donor is named. */
export function PledgeHead({ places, campaigns, today, errorsFrom, typedFrom }: Props) {
  const t = useText('donations');
  const [placeId, setPlaceId] = useState(typedAt(typedFrom, 'placeId'));
  const government = places.find((place) => place.id === placeId)?.government ?? false;
  const asked = government || errorsAt(errorsFrom, 'governmentDoneeConfirmed');
  const field = (name: string) => namedField(name, errorsAt(errorsFrom, name));
  const first = typedFrom?.lastResult?.initialValue === undefined;
  return (
    <Card title={t('delivery')}>
      <FieldGrid>
        <div
          onChange={(event) => {
            if (event.target instanceof HTMLSelectElement) setPlaceId(event.target.value);
          }}
        >
          <SelectField
            field={field('placeId')}
            label={t('place')}
            hint={t('placeHint')}
            required
            options={places.map((place) => ({
              value: place.id,
              label: place.government ? t('governmentPlace', { name: place.name }) : place.name,
              group: place.kind === 'depot' ? t('depots') : t('centres'),
            }))}
            defaultValue={placeId}
          />
        </div>
        <DateField
          field={field('deliverOn')}
          label={t('deliverOn')}
          hint={t('deliverOnHint')}
          min={today}
          defaultValue={typedAt(typedFrom, 'deliverOn')}
        />
        {asked && (
          <WideField>
            <Notice tone="waiting" title={t('governmentTitle')}>
              <p>{t('governmentText')}</p>
              <CheckField
                field={field('governmentDoneeConfirmed')}
                label={t('governmentConfirm')}
                defaultChecked={typedAt(typedFrom, 'governmentDoneeConfirmed') === 'on'}
              />
            </Notice>
          </WideField>
        )}
        {campaigns.length > 0 && (
          <SelectField
            field={field('campaignId')}
            label={t('campaign')}
            emptyLabel={t('noCampaign')}
            options={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
            defaultValue={typedAt(typedFrom, 'campaignId')}
          />
        )}
        <CheckField
          field={field('donorNameShown')}
          label={t('donorNameShown')}
          hint={t('donorNameShownHint')}
          defaultChecked={first || typedAt(typedFrom, 'donorNameShown') === 'on'}
        />
      </FieldGrid>
    </Card>
  );
}
