import type { MouseEvent, ReactNode } from 'react';
import { datums, precisions, type Datum } from '~/domain/organisation';
import { useText, type TextOf } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { CheckField } from './check-field';
import type { FieldLike } from './field-wiring';
import { FieldGrid, WideField } from './form-layout';
import { usePrecisionName } from './organisation-words';
import { SelectField } from './select-field';
import { TextField } from './text-field';

/** The inputs that a pin on a map fills in. */
export const coordinateInputs = {
  latitude: 'latitude',
  longitude: 'longitude',
  datum: 'datum',
  precision: 'precision',
};

type Name = keyof typeof coordinateInputs | 'coordinateText' | 'pointConfirmed';

const datumKeys = {
  WGS84: 'datum.WGS84',
  GCJ02: 'datum.GCJ02',
  BD09: 'datum.BD09',
  CGCS2000: 'datum.CGCS2000',
} as const satisfies Record<Datum, Parameters<TextOf<'organisations'>>[0]>;

/** What the coordinate fields of a place are called. */
export function useCoordinateLabels(): Record<Name, string> {
  const t = useText('organisations');
  return {
    coordinateText: t('coordinateText'),
    latitude: t('latitude'),
    longitude: t('longitude'),
    datum: t('datum'),
    precision: t('precision'),
    pointConfirmed: t('pointConfirmed'),
  };
}

interface CoordinateFieldsProps {
  fields: Record<Name, FieldLike>;
  /** A map to pin on, where there is JavaScript. */
  children?: ReactNode;
}

const has = (field: FieldLike, code: string) =>
  field.errors?.some((error) => error.startsWith(code)) ?? false;

/** The server swaps what it is sent; here the fields must show it too, and so send it swapped themselves. */
function swapBeforeSending({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
  const inputs = currentTarget.form?.elements;
  const latitude = inputs?.namedItem('latitude');
  const longitude = inputs?.namedItem('longitude');
  if (!(latitude instanceof HTMLInputElement) || !(longitude instanceof HTMLInputElement)) return;
  [latitude.value, longitude.value] = [longitude.value, latitude.value];
  currentTarget.value = 'swapped';
}

/** Where a place is: pasted from a map app, or typed as two numbers, and which map they come from. */
export function CoordinateFields({ fields, children }: CoordinateFieldsProps) {
  const t = useText('organisations');
  const labels = useCoordinateLabels();
  const precisionName = usePrecisionName();
  const doubted = (fields.pointConfirmed.errors?.length ?? 0) > 0;
  return (
    <Card title={t('coordinates')}>
      <p className="text-sm text-ink-soft">{t('datumHint')}</p>
      {children}
      <TextField
        field={fields.coordinateText}
        label={labels.coordinateText}
        hint={t('coordinateTextHint')}
      />
      <FieldGrid>
        <TextField field={fields.latitude} label={labels.latitude} inputMode="decimal" />
        <TextField field={fields.longitude} label={labels.longitude} inputMode="decimal" />
        {has(fields.latitude, 'coordinates.swapped') && (
          <WideField>
            <Button kind="secondary" name="pointFix" value="swap" onClick={swapBeforeSending}>
              {t('swapPoint')}
            </Button>
          </WideField>
        )}
        <WideField>
          <SelectField
            field={fields.datum}
            label={labels.datum}
            options={datums.map((value) => ({ value, label: t(datumKeys[value]) }))}
          />
        </WideField>
        <SelectField
          field={fields.precision}
          label={labels.precision}
          options={precisions.map((value) => ({ value, label: precisionName(value) }))}
        />
      </FieldGrid>
      {doubted && <CheckField field={fields.pointConfirmed} label={labels.pointConfirmed} />}
    </Card>
  );
}
