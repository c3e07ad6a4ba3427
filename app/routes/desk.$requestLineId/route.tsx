import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/empty-state';
import { FactList } from '~/ui/fact-list';
import { Card } from '~/ui/card';
import { DayText } from '~/ui/date-text';
import { Badge } from '~/ui/badge';
import { Amount, useAmount, useName } from '~/ui/item-amount';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { urgencyTones, useRequestLabels } from '../requests.new/request-labels';
import { allocatePosted } from './allocate-posted.server';
import { AllocateForm } from './allocate-form';
import { loadDesk } from './load-desk.server';
import { SkippedTable } from './skipped-table';

export const handle = pageTitle('desk', 'needTitle');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return loadDesk(context.env, actor, idParam(params, 'requestLineId'));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const requestLineId = idParam(params, 'requestLineId');
  return allocatePosted({ env: context.env, actor, request, requestLineId }, (allocationId) =>
    redirect(`${paths.allocation(allocationId)}?done=made`),
  );
}

export default function NeedPage() {
  const t = useText('desk');
  const words = useRequestLabels();
  const nameOf = useName();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const { need, item, rows, pledges, skipped, roomLeft, roomFits } = loaded;
  const language = useLanguage();
  const amountText = useAmount();
  const amount = (quantity: number) => (
    <Amount quantity={quantity} units={item.units} unitCode={need.unitCode} />
  );
  const facts = [
    { label: t('forWhom'), value: `${need.placeName} · ${need.programmeName}` },
    {
      label: t('urgency'),
      value: <Badge tone={urgencyTones[need.urgency]}>{words.urgency(need.urgency)}</Badge>,
    },
    { label: t('needBy'), value: <DayText day={need.needBy} /> },
    { label: t('approved'), value: amount(need.approved) },
    { label: t('stillOpen'), value: <strong>{amount(need.remainder)}</strong> },
    ...(roomLeft === undefined
      ? []
      : [
          {
            label: t('roomLeft'),
            value: t('cubicMetres', {
              m3: formatNumber(language, roomLeft, 3),
              amount: amountText(roomFits, item.units, need.unitCode),
            }),
          },
        ]),
    ...(need.size === ''
      ? []
      : [
          {
            label: t('largerSize'),
            value: need.largerSizeServes ? t('mayServe') : t('mayNotServe'),
          },
        ]),
  ];
  return (
    <Page
      title={`${nameOf(item)} ${need.size}`.trim()}
      lead={t('needLead')}
      crumbs={[{ label: t('title'), to: paths.desk }]}
      aside={
        <Card title={t('need')}>
          <FactList facts={facts} />
        </Card>
      }
    >
      {rows.length + pledges.length === 0 ? (
        <EmptyState title={t('noGoods')}>{t('noGoodsHint')}</EmptyState>
      ) : (
        <AllocateForm {...loaded} answer={answer} />
      )}
      {skipped.length > 0 && <SkippedTable skipped={skipped} item={item} />}
    </Page>
  );
}
