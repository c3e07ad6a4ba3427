import { data, redirect, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { parseCode } from '~/domain/public-code';
import { errorString } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { TraceForm } from '~/ui/trace-form';

export const handle = pageTitle('trace', 'askTitle');

export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex, nofollow' });

/** Public: sends a code that could be one on to its page, and says what is wrong with another. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code');
  if (typed === null) return data({ typed: undefined, errors: undefined });
  const code = parseCode(typed);
  if (code.ok) throw redirect(paths.traceOf(code.value.code));
  return data({ typed, errors: [errorString(code.error)] }, { status: 404 });
}

export default function TracePage() {
  const t = useText('trace');
  const map = useText('map');
  const { typed, errors } = useLoaderData<typeof loader>();
  return (
    <Page narrow title={t('askTitle')} lead={t('askLead')}>
      <Card>
        <TraceForm typed={typed} errors={errors} />
      </Card>
      <p className="text-sm text-ink-soft">{t('privacy')}</p>
      <p>
        <Link to={paths.publicMap} className="underline underline-offset-4">
          {map('publicTitle')}
        </Link>
      </p>
    </Page>
  );
}
