import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reverseMovement } from '~/commands/reverse-movement.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import type { DomainError } from '~/domain/error';
import { refusal } from '~/domain/policy';
import { reverseMovementSchema } from '~/domain/stock-form';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found } from '~/server/respond.server';
import { statusOf } from '~/server/status.server';
import { listItemsById } from '~db/queries/items.server';
import { listMovementsAt, nameMovements } from '~db/queries/movements.server';
import { listStockPlaces } from '~db/queries/stock.server';
import { DataTable } from '~/ui/data-table';
import { InstantText } from '~/ui/date-text';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { useMovementWords } from './movement-words';
import { PlaceFilter } from './place-filter';
import { useMovementColumns } from './use-movement-columns';

export const handle = pageTitle('stock', 'movements');

const PAGE_SIZE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const scope = visibleScope(actor);
  const search = new URL(request.url).searchParams;
  const places = await listStockPlaces(env.db, scope);
  const asked = search.get('place');
  const placeId = isUuid(asked) ? asked : places[0]?.id;
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1)));
  const done = search.get('done') === 'reversed';
  const head = { places, placeId, done, membershipId: actor.membershipId };
  if (!placeId) return { ...head, rows: [], page: { number: 1, size: PAGE_SIZE, total: 0 } };
  const at = { placeId, page, pageSize: PAGE_SIZE };
  const list = found(await listMovementsAt(env.db, scope, at));
  const items = await listItemsById(
    env.db,
    list.rows.map((row) => row.itemId),
  );
  const { organisationId } = list.place;
  const may = refusal('movement.reverse', actor, { organisationId }) === undefined;
  return {
    ...head,
    page: { number: page, size: PAGE_SIZE, total: list.total },
    rows: list.rows.map((row) => {
      const item = items.find((one) => one.id === row.itemId);
      if (!item) throw new Error('goods without their item');
      const open = may && row.lineNo === 1 && row.kind !== 'reverse' && row.reversedBy === null;
      return {
        ...row,
        item: { nameZh: item.nameZh, nameEn: item.nameEn, units: item.units },
        reversible:
          open && ['shipment', 'receipt', 'lot', 'parcel', 'stocktake'].includes(row.causeKind),
        formKey: env.newId(),
      };
    }),
  };
}

interface Answer {
  error: DomainError;
  takers: {
    id: string;
    kind: Parameters<ReturnType<typeof useMovementWords>>[0];
    recordedAt: string;
  }[];
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const form = parseForm(await readPosted(request), actor, reverseMovementSchema);
  if (!form.ok)
    return data<Answer>({ error: { code: 'form.invalid' }, takers: [] }, { status: 422 });
  const result = await reverseMovement(context.env, form.envelope, form.value);
  if (result.ok) {
    return redirect(`${paths.stockMovements}?place=${form.value.placeId}&done=reversed`);
  }
  const { code, facts } = result.error;
  const takenBy = String(facts?.takenBy ?? '')
    .split(' ')
    .filter(isUuid);
  const takers = await nameMovements(context.env.db, takenBy);
  return data<Answer>({ error: { code }, takers }, { status: statusOf(result.error) });
}

export default function MovementsPage() {
  const t = useText('stock');
  const errorText = useErrorText();
  const words = useMovementWords();
  const { rows, page, places, placeId, done, membershipId } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const columns = useMovementColumns(placeId ?? '', membershipId);
  return (
    <Page
      title={t('movements')}
      lead={t('movementsLead')}
      crumbs={[{ label: t('listTitle'), to: paths.stock }]}
    >
      {done && !answer && <Notice tone="done">{t('reversedDone')}</Notice>}
      {answer && (
        <Notice tone="trouble">
          <p>{errorText(answer.error)}</p>
          {answer.takers.length > 0 && (
            <ul className="list-disc ps-5">
              {answer.takers.map((taker) => (
                <li key={taker.id}>
                  {words(taker.kind)} · <InstantText at={taker.recordedAt} />
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <DataTable
        caption={t('movements')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.movementId} ${row.lineNo}`}
        page={page}
        filter={places.length > 1 && <PlaceFilter places={places} placeId={placeId} />}
        empty={<EmptyState title={t('noMovements')}>{t('noMovementsHint')}</EmptyState>}
      />
    </Page>
  );
}
