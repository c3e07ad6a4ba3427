import { Link } from '@remix-run/react';
import { useId, useState } from 'react';
import type { PersonCategory } from '~/domain/register';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { CheckField } from '~/ui/check-field';
import { FieldErrors } from '~/ui/field';
import { useRegisterWords } from '~/ui/register-words';
import { useHydrated } from '~/ui/use-hydrated';

export interface Recipients {
  householdId: string;
  headName: string;
  members: { personId: string; name: string; categories: string[] }[];
}

interface RecipientChoiceProps {
  recipients: readonly Recipients[];
  /** Ids ticked in the form that came back. */
  ticked: readonly unknown[];
  errors: string[];
}

interface Choice {
  id: string;
  name: string;
  label: string;
}

/** Everybody of the register with a box to tick; with JavaScript, fewer of them by typing a part of the name. */
export function RecipientChoice({ recipients, ticked, errors }: RecipientChoiceProps) {
  const t = useText('handouts');
  const { categories } = useRegisterWords();
  const [typed, setTyped] = useState('');
  if (recipients.length === 0) {
    return (
      <p>
        {t('nobody')}{' '}
        <Link to={paths.registerHousehold} className="underline underline-offset-4">
          {t('goRegister')}
        </Link>
      </p>
    );
  }
  const persons = recipients.flatMap(({ members }) =>
    members.map(({ personId, name, categories: codes }) => {
      const words = codes.map((code) => categories[code as PersonCategory]).join('、');
      return { id: personId, name, label: [name, words].filter(Boolean).join(' · ') };
    }),
  );
  const households = recipients.map(({ householdId, headName }) => ({
    id: householdId,
    name: headName,
    label: t('ofHousehold', { name: headName }),
  }));
  const part = typed.trim();
  const fits = ({ name }: Choice) => name.includes(part);
  return (
    <div className="space-y-4">
      <NameFilter typed={typed} onType={setTyped} />
      {![...persons, ...households].some(fits) && <output>{t('noRecipientFits')}</output>}
      <div className="space-y-4">
        <Choices
          legend={t('persons')}
          name="personIds"
          choices={persons}
          fits={fits}
          ticked={ticked}
        />
        <Choices
          legend={t('households')}
          name="householdIds"
          choices={households}
          fits={fits}
          ticked={ticked}
        />
      </div>
      <FieldErrors id="recipients-error" errors={errors} />
    </div>
  );
}

interface ChoicesProps {
  legend: string;
  name: string;
  choices: readonly Choice[];
  fits: (choice: Choice) => boolean;
  ticked: readonly unknown[];
}

/** What does not fit is hidden and not taken away, so that its tick stays. */
function Choices({ legend, name, choices, fits, ticked }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]">
        {choices.map((choice) => (
          <div key={choice.id} hidden={!fits(choice)}>
            <CheckField
              name={name}
              value={choice.id}
              defaultChecked={ticked.includes(choice.id)}
              label={choice.label}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Without a name, so that what is typed is not sent; Enter does not send the form either. */
function NameFilter({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const t = useText('handouts');
  const id = useId();
  if (!useHydrated()) return null;
  return (
    <div className="max-w-sm space-y-1">
      <label htmlFor={id} className="font-medium">
        {t('filterRecipients')}
      </label>
      <input
        id={id}
        type="search"
        value={typed}
        autoComplete="off"
        className="field-control"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </div>
  );
}
