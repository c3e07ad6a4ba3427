import type { CutReason, Urgency } from '~/domain/request';
import type { ProgrammeGroup } from '~/domain/organisation';
import { useText } from '~/i18n/text';
import type { Tone } from '~/ui/tone';

/** Words for the fixed words of requests. */
export function useRequestLabels() {
  const t = useText('requests');
  const urgencies: Record<Urgency, string> = {
    normal: t('urgencyNormal'),
    urgent: t('urgencyUrgent'),
    critical: t('urgencyCritical'),
  };
  const cutReasons: Record<CutReason, string> = {
    above_head_count: t('cutAboveHeadCount'),
    already_supplied: t('cutAlreadySupplied'),
    supply_short: t('cutSupplyShort'),
    not_covered: t('cutNotCovered'),
    other: t('cutOther'),
  };
  const groups: Record<ProgrammeGroup, string> = {
    children: t('groupChildren'),
    elderly: t('groupElderly'),
    women: t('groupWomen'),
  };
  return {
    urgency: (value: Urgency) => urgencies[value],
    cutReason: (value: CutReason) => cutReasons[value],
    group: (value: ProgrammeGroup) => groups[value],
  };
}

export const urgencyTones: Record<Urgency, Tone> = {
  normal: 'plain',
  urgent: 'waiting',
  critical: 'trouble',
};
