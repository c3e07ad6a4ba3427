import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Layers, Pencil } from 'lucide-react';
import { isUuid } from '~/domain/account';
import { refusal, roleMay } from '~/domain/policy';
import { allSizes, commonSizes } from '~/domain/size';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { found } from '~/server/respond.server';
import { Badge } from '~/ui/badge';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { FactList } from '~/ui/fact-list';
import { HistoryCard } from '~/ui/history-list';
import { useAmount, useName } from '~/ui/item-amount';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findHistory } from '~db/queries/history.server';
import { findItem, listItemsById } from '~db/queries/items.server';

export const handle = pageTitle('catalogue', 'itemTitle', (data: { item: { nameZh: string } }) => ({
  name: data.item.nameZh,
}));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { db } = context.env;
  const { itemId = '' } = params;
  const item = found(isUuid(itemId) ? await findItem(db, itemId) : undefined);
  const parts = await listItemsById(
    db,
    item.parts.map((part) => part.itemId),
  );
  return {
    item,
    history: await findHistory(db, 'item', item.id),
    parts: item.parts.flatMap(({ itemId: partId, quantity }) => {
      const part = parts.find((one) => one.id === partId);
      return part ? [{ item: part, quantity }] : [];
    }),
    amend: roleMay('item.amend', actor.role)
      ? { refusal: refusal('item.amend', actor) }
      : undefined,
  };
}

export default function ItemPage() {
  const t = useText('catalogue');
  const language = useLanguage();
  const nameOf = useName();
  const amount = useAmount();
  const { item, history, parts, amend } = useLoaderData<typeof loader>();
  const number = (value: number) => formatNumber(language, value);
  const kilograms = (factor: number) => number((item.weightMg * factor) / 1_000_000);
  const litres = (factor: number) => number((item.volumeUl * factor) / 1_000_000);
  const common = commonSizes(item.sizeScheme);
  return (
    <Page
      title={nameOf(item)}
      badge={
        <>
          {item.isKit && <Badge tone="info">{t('kit')}</Badge>}
          {item.retired && <Badge>{t('retired')}</Badge>}
        </>
      }
      crumbs={[{ label: t('listTitle'), to: paths.catalogue }]}
      action={
        amend && (
          <LinkButton to={paths.editItem(item.id)} icon={Pencil} refusal={amend.refusal}>
            {t('amend')}
          </LinkButton>
        )
      }
    >
      <Card title={t('facts')}>
        <FactList
          facts={[
            { label: t('category'), value: t(`category.${item.category}`) },
            { label: t('code'), value: <span className="font-mono">{item.code}</span> },
            { label: t('sizes'), value: t(`scheme.${item.sizeScheme}`) },
            ...(common.length > 0
              ? [
                  { label: t('commonSizes'), value: common.join(t('comma')) },
                  { label: t('allSizes'), value: number(allSizes(item.sizeScheme).length) },
                ]
              : []),
            { label: t('perishable'), value: item.perishable ? t('perishes') : t('keeps') },
          ]}
        />
      </Card>
      <Card title={t('units')} flush>
        <DataTable
          caption={t('units')}
          captionHidden
          rows={item.units}
          rowKey={(unit) => unit.code}
          columns={[
            { key: 'unit', header: t('unit'), heading: true, cell: (unit) => nameOf(unit) },
            {
              key: 'holds',
              header: t('holds'),
              align: 'end',
              cell: (unit) =>
                amount(unit.factor, item.units, item.units.find((one) => one.factor === 1)?.code),
            },
            {
              key: 'weight',
              header: t('weight'),
              unit: t('kilograms'),
              align: 'end',
              cell: (unit) => kilograms(unit.factor),
            },
            {
              key: 'volume',
              header: t('volume'),
              unit: t('litres'),
              align: 'end',
              cell: (unit) => litres(unit.factor),
            },
          ]}
          empty={null}
        />
      </Card>
      {parts.length > 0 && (
        <Card title={t('parts')}>
          <p className="text-sm text-ink-soft">{t('partsHint')}</p>
          <ul className="space-y-1">
            {parts.map((part) => (
              <li key={part.item.id}>
                <Link to={paths.item(part.item.id)} className="underline underline-offset-4">
                  {nameOf(part.item)}
                </Link>{' '}
                {amount(part.quantity, part.item.units)}
              </li>
            ))}
          </ul>
          {amend && (
            <LinkButton
              to={paths.kitParts(item.id)}
              kind="secondary"
              icon={Layers}
              refusal={amend.refusal}
            >
              {t('changeParts')}
            </LinkButton>
          )}
        </Card>
      )}
      <HistoryCard entries={history} />
    </Page>
  );
}
