import { data, redirect, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { BaseMap } from '~/domain/base-map';
import { parseCode } from '~/domain/public-code';
import { errorString } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { optionalActor } from '~/server/actor.server';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { TraceForm } from '~/ui/trace-form';
import { ContentsCard } from './contents-card';
import { MoreSection } from './more-section';
import { ReachedBand } from './reached-band';
import { SourceFacts } from './source-facts';
import { traceView, type TraceView } from './trace-view.server';
import { WayCard } from './way-card';
import { WayMapCard } from './way-map-card';

export const handle = pageTitle('trace', 'askTitle');

/** Whoever holds the code may look; a search engine may not. */
export const headers: HeadersFunction = () => ({
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'private, no-store',
});

/** Public: the code is the key. A signed-in reader gets as much more as their membership may see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = params.code ?? '';
  const code = parseCode(typed);
  if (!code.ok) return lost(typed, errorString(code.error));
  if (typed !== code.value.code) throw redirect(paths.traceOf(code.value.code));
  const reader = await optionalActor({ request, context });
  const view = await traceView(context.env, code.value, reader?.actor);
  if (!view) return lost(typed, errorString({ code: 'public_code.unknown' }));
  return data({ view, base: context.env.baseMap.base, typed, errors: undefined });
}

function lost(typed: string, error: string) {
  return data({ view: undefined, base: undefined, typed, errors: [error] }, { status: 404 });
}

export default function TraceOfCodePage() {
  const { view, base, typed, errors } = useLoaderData<typeof loader>();
  return view ? <Traced view={view} base={base} /> : <Lost typed={typed} errors={errors ?? []} />;
}

function Lost({ typed, errors }: { typed: string; errors: string[] }) {
  const t = useText('trace');
  return (
    <Page narrow title={t('notFoundTitle')} lead={t('askLead')}>
      <Card>
        <TraceForm typed={typed} errors={errors} />
      </Card>
      <p className="text-sm text-ink-soft">{t('privacy')}</p>
    </Page>
  );
}

function Traced({ view, base }: { view: TraceView; base: BaseMap }) {
  const t = useText('trace');
  const title = view.kind === 'parcel' ? t('parcelTitle') : t('donationTitle');
  return (
    <div className="mx-auto max-w-2xl">
      <Page title={title}>
        <ReachedBand view={view} />
        <SourceFacts view={view} />
        <WayCard view={view} />
        <WayMapCard view={view} base={base} />
        <ContentsCard view={view} />
        <p className="text-sm text-ink-soft">{t('privacy')}</p>
        {view.more && <MoreSection view={view} more={view.more} />}
        <Card title={t('lookAgain')}>
          <TraceForm />
        </Card>
      </Page>
    </div>
  );
}
