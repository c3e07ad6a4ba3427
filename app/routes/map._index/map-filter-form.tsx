import { Form, Link, useSearchParams } from '@remix-run/react';
import { Search } from 'lucide-react';
import { fillBands, mapLayers, shadeLevels, shadings } from '~/domain/map';
import { filterNames } from '~/domain/map/address-parts';
import { programmeGroups } from '~/domain/organisation';
import { urgencies } from '~/domain/request';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { buttonLooks } from '~/ui/button-looks';
import { CheckField } from '~/ui/check-field';
import { DateField } from '~/ui/date-field';
import { DivisionField } from '~/ui/division-field';
import { useName } from '~/ui/item-amount';
import { SelectField } from '~/ui/select-field';
import { useRequestLabels } from '../requests.new/request-labels';
import type { LoadedMap } from './load-map.server';
import { useMapWords } from './map-words';
import { useLayerLabels, useShadingLabels } from './shown-words';

/** Filters and layers; they live in the address, with the window that is looked at. */
export function MapFilterForm({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const common = useText('common');
  const [search] = useSearchParams();
  const { division } = loaded;
  const need = loaded.first.perspective === 'need';
  const more = ['group', 'urgency', 'needBy', 'shading', 'layers'].some((name) => search.has(name));
  return (
    <Form
      method="get"
      data-map=""
      key={search.toString()}
      className="no-print space-y-3 rounded-card border border-line bg-sheet p-4 shadow-card"
    >
      <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-3">
        <MainFilters loaded={loaded} />
      </div>
      <div className="max-w-xl">
        <DivisionField
          name="division"
          label={t('division')}
          hint={t('divisionHint')}
          defaultValue={division.text}
          errors={division.errors}
          offers={division.offers}
        />
      </div>
      <details open={more}>
        <summary className="inline-block min-h-6 cursor-pointer py-1 text-persimmon">
          {t('moreFilters')}
        </summary>
        <div className="grid grid-cols-2 items-end gap-3 pt-3 lg:grid-cols-5">
          {need && <NeedFilters />}
          <Shading need={need} />
        </div>
        <Layers loaded={loaded} />
      </details>
      <div className="flex flex-wrap gap-2">
        <Button kind="secondary" icon={Search}>
          {common('filter')}
        </Button>
        {filterNames.some((name) => search.get(name)) && (
          <Link to="?" className={buttonLooks('quiet', false)}>
            {common('clearFilter')}
          </Link>
        )}
      </div>
      {['sort', 'bbox', 'zoom'].map((name) => (
        <input
          key={name}
          type="hidden"
          name={name}
          defaultValue={search.get(name) ?? ''}
          disabled={name === 'sort' && !search.get(name)}
        />
      ))}
    </Form>
  );
}

function MainFilters({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const nameOf = useName();
  const words = useMapWords(loaded.first.perspective);
  const { campaigns, items } = loaded;
  return (
    <>
      <Choice
        name="campaign"
        label={t('campaign')}
        options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choice
        name="item"
        label={t('item')}
        options={items.map((item) => ({ value: item.id, label: nameOf(item) }))}
      />
      <Choice
        name="fill"
        label={loaded.first.perspective === 'need' ? t('fill') : t('arrivedShare')}
        options={fillBands.map((value) => ({ value, label: words.band(value) }))}
      />
    </>
  );
}

function NeedFilters() {
  const t = useText('map');
  const words = useRequestLabels();
  const [search] = useSearchParams();
  return (
    <>
      <Choice
        name="group"
        label={t('group')}
        options={programmeGroups.map((value) => ({ value, label: words.group(value) }))}
      />
      <Choice
        name="urgency"
        label={t('urgencyAtLeast')}
        options={urgencies.map((value) => ({ value, label: words.urgency(value) }))}
      />
      <DateField name="needBy" label={t('needBy')} defaultValue={search.get('needBy') ?? ''} />
    </>
  );
}

function Shading({ need }: { need: boolean }) {
  const t = useText('map');
  const labels = useShadingLabels(need);
  const levels = { prefecture: t('byPrefecture'), county: t('byCounty') };
  return (
    <>
      <Choice
        name="shading"
        label={t('shading')}
        none={labels.none}
        options={shadings
          .filter((value) => value !== 'none' && (need || value !== 'need'))
          .map((value) => ({ value, label: labels[value] }))}
      />
      <Choice
        name="shadeBy"
        label={t('shadeBy')}
        none={levels.prefecture}
        options={shadeLevels
          .filter((value) => value !== 'prefecture')
          .map((value) => ({ value, label: levels[value] }))}
      />
    </>
  );
}

function Layers({ loaded }: { loaded: LoadedMap }) {
  const t = useText('map');
  const labels = useLayerLabels();
  return (
    <fieldset className="pt-3">
      <legend className="text-sm font-medium">{t('layers')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {mapLayers.map((layer) => (
          <CheckField
            key={layer}
            name="layers"
            value={layer}
            label={labels[layer]}
            defaultChecked={loaded.layers.includes(layer)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  none?: string;
}

function Choice({ name, label, options, none }: ChoiceProps) {
  const t = useText('map');
  const [search] = useSearchParams();
  return (
    <SelectField
      name={name}
      label={label}
      emptyLabel={none ?? t('any')}
      defaultValue={search.get(name) ?? ''}
      options={options}
    />
  );
}
