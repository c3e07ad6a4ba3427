import { Form, useNavigation } from '@remix-run/react';
import type { ProposalFlag } from '~/domain/allocation/suggestion';
import type { CatalogueItem } from '~/domain/catalogue';
import { LOOSE, OPENED } from '~/domain/ledger';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { Amount, useAmount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import type { Goods, OpenNeed, Pledge } from '~db/queries/desk.server';
import { Restriction } from './restriction';

/** Kilometres from the goods to the need as the crow flies; undefined where a point is not known. */
interface Away {
  away_km: number | undefined;
}
export type StockRow = Goods & Away & { key: string; suggested: number; flags: ProposalFlag[] };
export type PledgeRow = Pledge & Away & { key: string };

interface AllocateFormProps {
  need: OpenNeed;
  item: CatalogueItem;
  rows: readonly StockRow[];
  pledges: readonly PledgeRow[];
  leftToOthers: number;
  /** Road kilometres for one as the crow flies. */
  roadFactor: number;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

interface Typed {
  lots?: Record<string, string>;
  pledges?: Record<string, string>;
}

/** The goods that may serve the need, with the suggestion filled in; the person decides. */
export function AllocateForm(props: AllocateFormProps) {
  const { need, item, rows, pledges, leftToOthers, roadFactor, answer, membershipId, formKey } =
    props;
  const t = useText('desk');
  const amount = useAmount();
  const busy = useNavigation().state === 'submitting';
  const typed = answer?.lastResult?.initialValue as Typed | undefined;
  const said = sayLeft(answer, (left) =>
    t('onlyLeft', { left: amount(left, item.units, need.unitCode) }),
  );
  const take = useTakeColumn(item, need, said);
  const stock = useGoodsColumns<StockRow>(item, need, roadFactor);
  const promised = useGoodsColumns<PledgeRow>(item, need, roadFactor);
  const factor = item.units.find((unit) => unit.code === need.unitCode)?.factor ?? 1;
  const suggested = (row: StockRow) => (row.suggested > 0 ? String(row.suggested / factor) : '');
  return (
    <Form method="post" className="space-y-6" noValidate>
      <EnvelopeFields membershipId={membershipId} formKey={formKey} version={need.version} />
      <FormErrorSummary problems={problemsOf(said, () => t('take'))} />
      {leftToOthers > 0 && (
        <p className="text-ink-soft">
          {t('leftToOthers', { amount: amount(leftToOthers, item.units, need.unitCode) })}
        </p>
      )}
      <DataTable
        caption={t('stock')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          ...stock,
          take<StockRow>('lots', (row) => typed?.lots?.[row.key] ?? (typed ? '' : suggested(row))),
        ]}
        empty={<p className="text-ink-soft">{t('noStock')}</p>}
      />
      {pledges.length > 0 && (
        <DataTable
          caption={t('pledges')}
          rows={pledges}
          rowKey={(row) => row.key}
          columns={[
            ...promised,
            {
              key: 'deliverOn',
              header: t('deliverOn'),
              cell: (row) => row.deliverOn && <DayText day={row.deliverOn} />,
            },
            take<PledgeRow>('pledges', (row) => typed?.pledges?.[row.key] ?? ''),
          ]}
          empty={null}
        />
      )}
      <FormActions>
        <Button busy={busy}>{t('allocate')}</Button>
      </FormActions>
      <p className="text-sm text-ink-soft">{t('allocateHint')}</p>
    </Form>
  );
}

/** "What is left" comes in the books' smallest unit; here it is said in the unit that was typed in. */
function sayLeft(
  answer: RefusedAnswer | undefined,
  say: (left: number) => string,
): RefusedAnswer | undefined {
  const left = answer?.error?.facts?.['left'];
  const field = answer?.error?.field;
  if (typeof left !== 'number' || field === undefined) return answer;
  const error = { ...answer?.lastResult?.error, [field]: [say(left)] };
  return { ...answer, lastResult: { ...answer?.lastResult, error } };
}

function useTakeColumn(item: CatalogueItem, need: OpenNeed, answer: RefusedAnswer | undefined) {
  const t = useText('desk');
  const nameOf = useName();
  const unit = item.units.find((one) => one.code === need.unitCode);
  return <Row extends StockRow | PledgeRow>(
    group: 'lots' | 'pledges',
    valueOf: (row: Row) => string,
  ): Column<Row> => ({
    key: 'take',
    header: t('take'),
    align: 'end',
    cell: (row) => {
      const name = `${group}.${row.key}`;
      return (
        <NumberField
          field={{
            id: name,
            name,
            errorId: `${name}-error`,
            descriptionId: `${name}-hint`,
            errors: errorsAt(answer, name),
          }}
          label={`${t('take')} ${row.donationCode} ${row.size}`}
          labelHidden
          unit={unit && nameOf(unit)}
          decimal={unit !== undefined && unit.factor !== 1}
          defaultValue={valueOf(row)}
        />
      );
    },
  });
}

function useGoodsColumns<Row extends StockRow | PledgeRow>(
  item: CatalogueItem,
  need: OpenNeed,
  roadFactor: number,
): Column<Row>[] {
  const t = useText('desk');
  const language = useLanguage();
  const km = (value: number) => formatNumber(language, value, value < 10 ? 1 : 0);
  const flagWords: Record<ProposalFlag, string> = {
    expires_soon: t('flagExpiresSoon'),
    larger_size: t('flagLargerSize'),
    purpose_to_read: t('flagPurpose'),
    opens_parcel: t('flagOpensParcel'),
  };
  const base: Column<Row>[] = [
    {
      key: 'goods',
      header: t('goods'),
      heading: true,
      cell: (row) => (
        <>
          {row.placeName} {row.size}
          <span className="block text-sm font-normal text-ink-soft">
            {row.donorName ?? t('sourceUnknown')}
            {'parcelCode' in row && row.parcelCode && ` · ${t('parcel', { code: row.parcelCode })}`}
            {'parcelId' in row && row.parcelId === OPENED && ` · ${t('opened')}`}
            {'parcelId' in row && row.parcelId === LOOSE && row.packSize && ` · ${t('inPacks')}`}
          </span>
          {row.away_km !== undefined && (
            <span className="block text-sm font-normal text-ink-soft">
              {t('away', { km: km(row.away_km), road: km(row.away_km * roadFactor) })}
            </span>
          )}
          <Restriction goods={row} />
        </>
      ),
    },
    {
      key: 'bestBefore',
      header: t('bestBefore'),
      cell: (row) => (
        <>
          {row.bestBefore && <DayText day={row.bestBefore} />}
          {'flags' in row &&
            row.flags.map((flag) => (
              <span key={flag} className="mt-1 block">
                <Badge tone="waiting">{flagWords[flag]}</Badge>
              </span>
            ))}
        </>
      ),
    },
    {
      key: 'free',
      header: t('free'),
      align: 'end',
      cell: (row) => <Amount quantity={row.free} units={item.units} unitCode={need.unitCode} />,
    },
  ];
  return base;
}
