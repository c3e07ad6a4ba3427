import { useText } from '~/i18n/text';
import { paths } from '~/paths';

/** The way to what belongs to an organisation. */
export function useOrganisationCrumbs({ id, name }: { id: string; name: string }) {
  const t = useText('organisations');
  return [
    { label: t('title'), to: paths.organisations },
    { label: name, to: paths.organisation(id) },
  ];
}
