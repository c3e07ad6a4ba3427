import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { Printer } from 'lucide-react';
import { useText } from '~/i18n/text';
import { formatDay } from '~/i18n/format';
import { useLanguage } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { idParam } from '~/server/params.server';
import { EmptyState } from '~/ui/empty-state';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { HistoryCard } from '~/ui/history-list';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { AddLines } from './add-lines';
import { BoxesToOpen } from './boxes-to-open';
import { CloseForm } from './close-form';
import { handoutAction } from './handout-action.server';
import { DisputedCard } from './disputed-card';
import { LineCard } from './line-card';
import { loadHandout } from './load-handout.server';

export const handle = pageTitle('handouts', 'title');

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return loadHandout(context.env, actor, idParam(params, 'handoutId'));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const handoutId = idParam(params, 'handoutId');
  return handoutAction({ env: context.env, actor, request, handoutId }, (word, lineId) =>
    redirect(`${paths.handout(handoutId)}?done=${word}${lineId ? `#line-${lineId}` : ''}`),
  );
}

export default function HandoutPage() {
  const t = useText('handouts');
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const [search] = useSearchParams();
  const { handout, lines, items, membershipId, formKey, mayAmend, mayPost, mayUndo } = loaded;
  const word = search.get('done') ?? '';
  const done = doneTexts[word];
  const waitingFirst = [
    ...lines.filter(({ left }) => left > 0),
    ...lines.filter(({ left }) => left === 0),
  ];
  const envelope = { membershipId, formKey, version: handout.version };
  return (
    <Page
      title={handout.programmeName}
      badge={<StatusBadge status={`handout.${handout.status}`} />}
      lead={`${handout.placeName} · ${formatDay(language, handout.handoutOn)}`}
      crumbs={[{ label: t('title'), to: paths.handouts }]}
      action={
        lines.length > 0 && (
          <LinkButton kind="secondary" icon={Printer} to={paths.printHandout(handout.id)}>
            {t('print')}
          </LinkButton>
        )
      }
      aside={<HistoryCard entries={loaded.history} />}
    >
      {done && !answer && (
        <Notice tone={word === 'disputed' ? 'trouble' : 'done'}>{t(done)}</Notice>
      )}
      <FormErrorSummary problems={problemsOf(answer, () => undefined)} />
      <DisputedCard lines={lines} items={items} />
      <BoxesToOpen boxes={loaded.boxes} />
      <section aria-label={t('linesTitle')} className="space-y-4">
        {lines.length === 0 && <EmptyState title={t('linesEmpty')} />}
        <ol className="space-y-3">
          {waitingFirst.map((line) => (
            <LineCard
              key={line.id}
              line={line}
              item={items.find(({ id }) => id === line.itemId)}
              envelope={envelope}
              answer={answer}
              maySign={mayAmend}
              mayPost={mayPost}
              mayUndo={mayUndo}
            />
          ))}
        </ol>
      </section>
      {mayAmend && (
        <AddLines key={handout.version} {...loaded} envelope={envelope} answer={answer} />
      )}
      {mayAmend && lines.length > 0 && <CloseForm envelope={envelope} />}
    </Page>
  );
}

const doneTexts: Partial<
  Record<
    string,
    | 'doneOpened'
    | 'doneAdded'
    | 'doneRemoved'
    | 'doneSigned'
    | 'doneDisputed'
    | 'donePosted'
    | 'doneUndone'
    | 'doneClosed'
  >
> = {
  opened: 'doneOpened',
  added: 'doneAdded',
  removed: 'doneRemoved',
  signed: 'doneSigned',
  disputed: 'doneDisputed',
  posted: 'donePosted',
  undone: 'doneUndone',
  closed: 'doneClosed',
};
