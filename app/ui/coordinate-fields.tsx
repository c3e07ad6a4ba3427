import type { ReactNode } from 'react';
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

export const coordinateFieldNames = [
  'coordinateText',
  'latitude',
  'longitude',
  'datum',
  'precision',
  'pointConfirmed',
] as const;
type Name = (typeof coordinateFieldNames)[number];

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
            <Button kind="secondary" name="pointFix" value="swap">
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
