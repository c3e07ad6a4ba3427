import { Languages } from 'lucide-react';
import { languageNames, languages } from '~/i18n/language';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';

/** Offers the other languages. A plain form: the document is loaded anew in the language chosen. */
export function LanguageSwitch({ here }: { here: string }) {
  const t = useText('nav');
  const current = useLanguage();
  return (
    <form method="post" action={paths.language} aria-label={t('language')}>
      <input type="hidden" name="returnTo" value={here} />
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            className="flex min-h-11 items-center gap-2 rounded-lg px-2.5 text-ink-soft hover:bg-mist hover:text-ink"
          >
            <Languages aria-hidden className="size-4.5" />
            {languageNames[language]}
          </button>
        ))}
    </form>
  );
}
