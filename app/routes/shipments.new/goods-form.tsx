import { Form, Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import type { RowToShow } from './goods-rows.server';
import { useGoodsColumns } from './use-goods-columns';

interface GoodsFormProps {
  fromPlaceId: string;
  toPlaceId: string;
  toName: string;
  rows: readonly RowToShow[];
  envelope: EnvelopeProps;
  /** Leads back to the choice of places; not for a draft drawn up anew. */
  choosing?: boolean;
  answer: RefusedAnswer | undefined;
}

/**
 * What of the held goods goes now. What is filled in goes; a person takes off what stays. Drawn anew (`key`) after a box
 * is packed: its fields would keep the quantities that lay there before.
 */
export function GoodsForm(props: GoodsFormProps) {
  const { fromPlaceId, toPlaceId, toName, rows, envelope, choosing, answer } = props;
  const t = useText('shipments');
  const nameOf = useName();
  // Rows that cannot go have no fields, so they have no number either.
  const sendable = rows.filter((row) => row.goes);
  const numbered = rows.map((row) => ({ ...row, at: sendable.indexOf(row) }));
  const columns = useGoodsColumns(answer);
  const labelOf = (field: string) => {
    const row = sendable[Number(/^lines\[(\d+)\]/.exec(field)?.[1])];
    return row && [nameOf(row.item), row.size].filter(Boolean).join(' ');
  };
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields {...envelope} />
      <input type="hidden" name="fromPlaceId" value={fromPlaceId} />
      <input type="hidden" name="toPlaceId" value={toPlaceId} />
      <FormErrorSummary problems={problemsOf(answer, labelOf)} />
      <p className="text-ink-soft">{t('fefoHint')}</p>
      <DataTable
        caption={t('goodsFor', { place: toName })}
        captionHidden
        rows={numbered}
        rowKey={(row) => `${row.allocationLineId} ${row.lotId} ${row.parcelId}`}
        columns={columns}
        empty={t('nothingToSend')}
      />
      <FormActions>
        <Button>{t('saveDraft')}</Button>
        <Button kind="secondary" name="_intent" value="pack_box">
          {t('packBox')}
        </Button>
        <Button kind="secondary" name="_intent" value="pack_bag">
          {t('packBag')}
        </Button>
        {choosing && (
          <Link to={paths.newShipment} className="inline-flex min-h-11 items-center underline">
            {t('otherDestination')}
          </Link>
        )}
      </FormActions>
      <p className="text-sm text-ink-soft">{t('packHint')}</p>
    </Form>
  );
}
