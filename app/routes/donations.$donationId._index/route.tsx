import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PackageOpen } from 'lucide-react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { DayText } from '~/ui/date-text';
import type { RefusedAnswer } from '~/ui/form-answer';
import { LinkButton } from '~/ui/link-button';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { StatusBadge } from '~/ui/status-badge';
import { DonationAside } from './donation-aside';
import { donationPage } from './donation-page.server';
import { donationPosted } from './donation-posted.server';
import { CountsCard } from './counts-card';
import { LinesCard } from './lines-card';
import { PiecesCard } from './pieces-card';
import { WayCard } from './way-card';

export const handle = pageTitle('donations', 'donationTitle', (data: { code: string }) => ({
  code: data.code,
}));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return donationPage(context.env, actor, params.donationId ?? '');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  return donationPosted(context.env, actor, params.donationId ?? '', request);
}

export default function DonationPage() {
  const t = useText('donations');
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const { donation, steps } = page;
  return (
    <Page
      title={t('donationTitle', { code: donation.code })}
      badge={<StatusBadge status={`donation.${donation.status}`} />}
      crumbs={[{ label: t('listTitle'), to: paths.donations }]}
      lead={<Title />}
      action={
        steps.count && (
          <LinkButton
            to={paths.countDonation(donation.id)}
            icon={PackageOpen}
            refusal={steps.count.refusal}
          >
            {t('count')}
          </LinkButton>
        )
      }
      aside={<DonationAside page={page} answer={answer} />}
    >
      {donation.governmentPlace && (
        <Notice tone="waiting" title={t('governmentTitle')}>
          {t('governmentText')}
        </Notice>
      )}
      <WayCard page={page} />
      <PiecesCard page={page} />
      <LinesCard page={page} answer={answer} />
      <CountsCard page={page} answer={answer} />
    </Page>
  );
}

function Title() {
  const t = useText('donations');
  const { donation } = useLoaderData<typeof loader>();
  return (
    <>
      {t('fromTo', { donor: donation.donorName ?? t('donorUnknown'), place: donation.placeName })}
      {donation.deliverOn && (
        <>
          {t('dot')}
          {t('deliverOn')} <DayText day={donation.deliverOn} />
        </>
      )}
    </>
  );
}
