import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { quarantineStock, unquarantineStock } from '~/commands/quarantine-stock.server';
import { writeOffStock } from '~/commands/write-off-stock.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { addDays, dayInShanghai } from '~/domain/calendar';
import { refusal } from '~/domain/policy';
import { quarantineSchema, unquarantineSchema, writeOffSchema } from '~/domain/stock-form';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { listGoodsAt } from '~db/queries/stock.server';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { rowsToShow } from '../stock._index/stock-rows.server';
import { GoodsCards, type GoodsAnswer } from './goods-cards';

export const handle = pageTitle('stock', 'goodsTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('stock.quarantine', actor, { organisationId: actor.organisationId });
  if (refused) refuseRequest(refused);
  const { env } = context;
  const search = new URL(request.url).searchParams;
  const [placeId, lotId, parcelId] = ['place', 'lot', 'parcel'].map((name) => search.get(name));
  if (!isUuid(placeId) || !isUuid(lotId) || !isUuid(parcelId)) {
    refuseRequest({ code: 'access.not_found' });
  }
  const today = dayInShanghai(env.now());
  const rows = await listGoodsAt(env.db, visibleScope(actor), { placeId, lotId, parcelId });
  const own = rows.filter((row) => row.organisationId === actor.organisationId);
  // What has just been dealt with may have left nothing behind: then the page says so.
  const shown = await rowsToShow(env, own, { today, soonDay: addDays(today, 0) });
  found(own.length > 0 || search.has('done') ? true : undefined);
  const done = (['quarantinedDone', 'unquarantinedDone', 'writtenOff'] as const).find(
    (word) => word === search.get('done'),
  );
  return {
    rows: shown,
    done,
    membershipId: actor.membershipId,
    formKeys: [env.newId(), env.newId(), env.newId()],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  const done = (word: string) => () => {
    const url = new URL(request.url);
    url.searchParams.set('done', word);
    return redirect(`${paths.stockGoods}${url.search}`);
  };
  switch (posted.intent) {
    case 'quarantine': {
      const form = parseForm(posted, actor, quarantineSchema);
      if (!form.ok) return form.answer;
      return respond(
        form,
        await quarantineStock(env, form.envelope, form.value),
        done('quarantinedDone'),
      );
    }
    case 'unquarantine': {
      const form = parseForm(posted, actor, unquarantineSchema);
      if (!form.ok) return form.answer;
      const result = await unquarantineStock(env, form.envelope, form.value);
      return respond(form, result, done('unquarantinedDone'));
    }
    case 'writeOff': {
      const form = parseForm(posted, actor, writeOffSchema);
      if (!form.ok) return form.answer;
      return respond(form, await writeOffStock(env, form.envelope, form.value), done('writtenOff'));
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}

export default function GoodsPage() {
  const t = useText('stock');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as GoodsAnswer | undefined;
  return (
    <Page narrow title={t('goodsTitle')} crumbs={[{ label: t('listTitle'), to: paths.stock }]}>
      {page.done && !answer && <Notice tone="done">{t(page.done)}</Notice>}
      <GoodsCards {...page} answer={answer} />
    </Page>
  );
}
