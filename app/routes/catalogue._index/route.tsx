import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Layers, Plus } from 'lucide-react';
import { itemCategories, type CatalogueItem } from '~/domain/catalogue';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { Badge } from '~/ui/badge';
import { DataTable, type Column } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterForm } from '~/ui/filter-form';
import { useName } from '~/ui/item-amount';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { listItems } from '~db/queries/items.server';
import { pageOfItems, readItemFilter } from './item-filter';

export const handle = pageTitle('catalogue', 'listTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const filter = readItemFilter(new URL(request.url).searchParams);
  const found = pageOfItems(await listItems(context.env.db), filter);
  return { ...found, mayAdd: roleMay('item.amend', actor.role) };
}

export default function CataloguePage() {
  const t = useText('catalogue');
  const { rows, page, mayAdd } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('listTitle')}
      lead={t('listLead')}
      action={
        mayAdd && (
          <>
            <LinkButton to={paths.newKit} kind="secondary" icon={Layers}>
              {t('newKitTitle')}
            </LinkButton>
            <LinkButton to={paths.newItem} icon={Plus}>
              {t('newTitle')}
            </LinkButton>
          </>
        )
      }
    >
      <DataTable
        caption={t('listTitle')}
        captionHidden
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        page={page}
        filter={<Filter />}
        empty={<EmptyState icon={Layers} title={t('nothingFound')} />}
      />
    </Page>
  );
}

function Filter() {
  const t = useText('catalogue');
  const [search] = useSearchParams();
  return (
    <FilterForm names={['text', 'category']}>
      <TextField
        name="text"
        type="search"
        label={t('searchLabel')}
        defaultValue={search.get('text') ?? ''}
      />
      <SelectField
        name="category"
        label={t('category')}
        emptyLabel={t('anyCategory')}
        options={itemCategories.map((one) => ({ value: one, label: t(`category.${one}`) }))}
        defaultValue={search.get('category') ?? ''}
      />
    </FilterForm>
  );
}

function useColumns(): Column<CatalogueItem>[] {
  const t = useText('catalogue');
  const nameOf = useName();
  return [
    {
      key: 'name',
      header: t('item'),
      heading: true,
      sortable: true,
      cell: (item) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link to={paths.item(item.id)} className="underline underline-offset-4">
            {nameOf(item)}
          </Link>
          {item.isKit && <Badge tone="info">{t('kit')}</Badge>}
          {item.retired && <Badge>{t('retired')}</Badge>}
        </span>
      ),
    },
    {
      key: 'category',
      header: t('category'),
      sortable: true,
      cell: (item) => t(`category.${item.category}`),
    },
    { key: 'sizes', header: t('sizes'), cell: (item) => t(`scheme.${item.sizeScheme}`) },
    {
      key: 'units',
      header: t('units'),
      cell: (item) => item.units.map((unit) => nameOf(unit)).join(t('comma')),
    },
  ];
}
