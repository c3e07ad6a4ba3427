import { useState } from 'react';
import { findCalled, type CatalogueItem } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { classNames } from '~/ui/class-names';
import { FieldErrors } from '~/ui/field';
import { useErrorText } from '~/i18n/error-text';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { useName } from '~/ui/item-amount';
import { typedAt } from '~/ui/typed-values';
import { valueBases } from '~/domain/value';
import { LineDetails } from './line-details';
import { LineSizes } from './line-sizes';
import { lineColumns, type LineColumn, type LineKeys } from './line-keys';

export interface PledgeLineProps {
  at: number;
  items: readonly CatalogueItem[];
  divisions: readonly { code: string; name: string }[];
  errorsFrom: RefusedAnswer | undefined;
  typedFrom: RefusedAnswer | undefined;
  keys: LineKeys;
}

/** One row of the sheet. The labels of the first row serve all of them at a desk; on a phone every cell has its own. */
export function PledgeLineFields(props: PledgeLineProps) {
  const { at, items, keys } = props;
  const t = useText('donations');
  const nameOf = useName();
  const typed = (field: string) => typedAt(props.typedFrom, `lines[${at}].${field}`);
  const [itemText, setItemText] = useState(typed('itemCode'));
  const [basis, setBasis] = useState(typed('valueBasis') || 'invoice');
  const item = findCalled(items, itemText);
  const sized = item !== undefined && item.sizeScheme !== 'none';
  const cell = (column: LineColumn) => {
    const position = { row: at, column: lineColumns.indexOf(column) };
    return {
      'data-line-cell': `${position.row},${position.column}`,
      onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => keys.onKeyDown(event, position),
      onPaste: (event: React.ClipboardEvent<HTMLElement>) => keys.onPaste(event, position),
    };
  };
  const control = (field: string) => controlOf(props, field);
  return (
    <fieldset className="min-w-0 space-y-3 py-4 first:pt-0">
      <legend className="sr-only">{t('lineNumber', { line: at + 1 })}</legend>
      <div className="grid grid-cols-2 items-start gap-3 lg:grid-cols-[minmax(9rem,2fr)_minmax(6rem,1fr)_minmax(7rem,1fr)_minmax(7rem,1fr)_minmax(7rem,1fr)_minmax(7rem,1fr)]">
        <Cell props={props} field="itemCode" label={t('item')} wide>
          <input
            {...control('itemCode')}
            {...cell('itemCode')}
            list="item-names"
            autoComplete="off"
            defaultValue={typed('itemCode')}
            onInput={(event) => setItemText(event.currentTarget.value)}
            className="field-control"
          />
        </Cell>
        <Cell props={props} field="quantity" label={sized ? t('quantityUnsized') : t('quantity')}>
          {sized ? (
            <p className="flex min-h-11 items-center justify-end text-sm text-ink-soft">
              {t('seeSizes')}
            </p>
          ) : (
            <input
              {...control('quantity')}
              {...cell('quantity')}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={typed('quantity')}
              className="field-control text-end"
            />
          )}
        </Cell>
        <Cell props={props} field="unitCode" label={t('unit')}>
          {item ? (
            <select
              key={item.code}
              {...control('unitCode')}
              {...cell('unitCode')}
              defaultValue={unitOf(item, typed('unitCode'))}
              className="field-control"
            >
              {item.units.map((unit) => (
                <option key={unit.code} value={unit.code}>
                  {nameOf(unit)}
                </option>
              ))}
            </select>
          ) : (
            <input
              {...control('unitCode')}
              {...cell('unitCode')}
              autoComplete="off"
              defaultValue={typed('unitCode')}
              className="field-control"
            />
          )}
        </Cell>
        <Cell props={props} field="valueBasis" label={t('valueBasis')}>
          <select
            {...control('valueBasis')}
            defaultValue={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
            className="field-control"
          >
            {valueBases.map((one) => (
              <option key={one} value={one}>
                {t(`basis.${one}`)}
              </option>
            ))}
          </select>
        </Cell>
        <Cell
          props={props}
          field="valueLowFen"
          label={basis === 'estimate' ? t('valueLow') : t('value')}
        >
          <input
            {...control('valueLowFen')}
            {...cell('valueLowFen')}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={typed('valueLowFen')}
            className="field-control text-end"
          />
        </Cell>
        <Cell props={props} field="valueHighFen" label={t('valueHigh')}>
          <input
            {...control('valueHighFen')}
            {...cell('valueHighFen')}
            inputMode="decimal"
            autoComplete="off"
            placeholder={basis === 'estimate' ? '' : t('onlyEstimate')}
            defaultValue={typed('valueHighFen')}
            className="field-control text-end"
          />
        </Cell>
      </div>
      {item && sized && <LineSizes {...props} item={item} />}
      <LineDetails {...props} item={item} />
    </fieldset>
  );
}

/** The unit typed, by code or name; else what people count the item in: pieces, or the unit after the gram. */
function unitOf(item: CatalogueItem, typed: string): string | undefined {
  const found = item.units.find((unit) =>
    [unit.code, unit.nameZh, unit.nameEn].includes(typed.trim()),
  );
  const [smallest, next] = item.units;
  return (found ?? (item.smallestUnit === 'piece' ? smallest : (next ?? smallest)))?.code;
}

function controlOf({ at, errorsFrom }: PledgeLineProps, field: string) {
  const name = `lines[${at}].${field}`;
  const invalid = errorsAt(errorsFrom, name) !== undefined;
  return {
    id: name,
    name,
    'aria-invalid': invalid || undefined,
    'aria-describedby': invalid ? `${name}-error` : undefined,
  };
}

interface CellProps {
  props: PledgeLineProps;
  field: string;
  label: string;
  wide?: boolean;
  children: React.ReactNode;
}

function Cell({ props, field, label, wide, children }: CellProps) {
  const errorText = useErrorText();
  const name = `lines[${props.at}].${field}`;
  return (
    <div className={classNames('space-y-1', wide && 'col-span-2 lg:col-span-1')}>
      <label
        htmlFor={name}
        className={classNames('block text-sm text-ink-soft', props.at > 0 && 'lg:sr-only')}
      >
        {label}
      </label>
      {children}
      <FieldErrors
        id={`${name}-error`}
        errors={(errorsAt(props.errorsFrom, name) ?? []).map(errorText)}
      />
    </div>
  );
}
