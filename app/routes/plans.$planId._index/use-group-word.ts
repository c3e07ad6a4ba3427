import { programmeGroups, type ProgrammeGroup } from '~/domain/organisation';
import { useText } from '~/i18n/text';

/** The word of a programme's group; the key itself for what is none. */
export function useGroupWord(): (key: string) => string {
  const t = useText('plans');
  const isGroup = (key: string): key is ProgrammeGroup =>
    programmeGroups.some((one) => one === key);
  return (key) => (isGroup(key) ? t(`group.${key}`) : key);
}
