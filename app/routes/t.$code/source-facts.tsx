import { useText } from '~/i18n/text';
import { FactList } from '~/ui/fact-list';
import type { TraceView } from './trace-view.server';

/** Who gave it, as far as the donor allows, and for which campaign. */
export function SourceFacts({ view }: { view: TraceView }) {
  const t = useText('trace');
  const donors = [...view.donors, ...(view.someDonorsHidden ? [t('donorHidden')] : [])];
  const facts = [
    ...(donors.length > 0 ? [{ label: t('from'), value: donors.join('、') }] : []),
    ...(view.campaigns.length > 0
      ? [{ label: t('campaign'), value: view.campaigns.join('、') }]
      : []),
    { label: t('codeLabel'), value: <span className="font-mono">{view.code}</span> },
  ];
  return <FactList facts={facts} />;
}
