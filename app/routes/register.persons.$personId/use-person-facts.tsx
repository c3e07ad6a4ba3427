import type { PersonCategory } from '~/domain/register';
import { formatDay } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { DayText } from '~/ui/date-text';
import type { Fact } from '~/ui/fact-list';
import { useRegisterWords } from '~/ui/register-words';

export interface ShownIdentity {
  name?: string | undefined;
  phone?: string | undefined;
  address?: string | undefined;
  guardian_name?: string | undefined;
  idNumberMasked?: string | undefined;
}

interface ShownPerson {
  bornOn: string | null;
  registeredOn: string;
  categories: { category: PersonCategory; validTo: string | null }[];
  identity: ShownIdentity;
  /** In full, where the reader asked for it. */
  idNumber: string | undefined;
}

export function usePersonFacts(person: ShownPerson): Fact[] {
  const t = useText('register');
  const language = useLanguage();
  const words = useRegisterWords();
  const { identity } = person;
  const categories = person.categories.map(({ category, validTo }) => {
    const until = validTo && t('until', { day: formatDay(language, validTo) });
    return [words.categories[category], until].filter(Boolean).join(' ');
  });
  const facts: (Fact | false)[] = [
    { label: t('idNumber'), value: person.idNumber ?? identity.idNumberMasked ?? t('notKnown') },
    {
      label: t('bornOn'),
      value: person.bornOn ? <DayText day={person.bornOn} /> : t('notKnown'),
    },
    { label: t('phone'), value: identity.phone ?? t('notKnown') },
    { label: t('address'), value: identity.address ?? t('notKnown') },
    identity.guardian_name !== undefined && {
      label: t('guardianName'),
      value: identity.guardian_name,
    },
    { label: t('categories'), value: categories.join('；') || t('noCategory') },
    { label: t('registeredOn'), value: <DayText day={person.registeredOn} /> },
  ];
  return facts.filter((fact) => fact !== false);
}
