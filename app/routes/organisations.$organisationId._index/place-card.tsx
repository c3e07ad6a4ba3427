import { Form } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { programmeGroups, type PlaceKind, type ProgrammeGroup } from '~/domain/organisation';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import type { PlaceLocation } from './place-location.server';
import { Location } from './location';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import type { RefusedAnswer } from '~/ui/form-answer';
import { LinkButton } from '~/ui/link-button';
import { plainField } from '~/ui/plain-field';
import { RestoreForm } from '~/ui/restore-form';
import { useGroupName } from '~/ui/organisation-words';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

interface Programme {
  id: string;
  group: ProgrammeGroup;
  name: string;
  version: number;
  endedOn: string | null;
}

interface PlaceCardProps {
  place: {
    id: string;
    kind: PlaceKind;
    name: string;
    division: string;
    address: string | null;
    capacityL: number | null;
    location: PlaceLocation;
    endedOn: string | null;
    programmes: readonly Programme[];
    mayRun: boolean;
    mayRestore: boolean;
    version: number;
    formKey: string;
  };
  membershipId: string;
  answer: RefusedAnswer | undefined;
  amendPath?: string | undefined;
}

export function PlaceCard({ place, membershipId, answer, amendPath }: PlaceCardProps) {
  const t = useText('organisations');
  const language = useLanguage();
  const where = [place.division, place.address].filter(Boolean).join(' · ');
  return (
    <Card
      title={place.name}
      tools={
        place.endedOn !== null ? (
          <Badge>{t('endedShort')}</Badge>
        ) : (
          amendPath && (
            <LinkButton kind="quiet" to={amendPath} icon={Pencil}>
              {t('amendPlace')}
            </LinkButton>
          )
        )
      }
    >
      <p className="text-ink-soft">{where}</p>
      {place.capacityL !== null && (
        <p className="text-ink-soft">
          {t('capacity')} {formatNumber(language, place.capacityL / 1000, 3)} {t('cubicMetres')}
        </p>
      )}
      <Location location={place.location} kind={place.kind} />
      {place.kind === 'centre' && (
        <div className="space-y-3">
          <h3 className="font-semibold">{t('programmes')}</h3>
          {place.programmes.length === 0 && <p className="text-ink-soft">{t('noPrograms')}</p>}
          <ul className="divide-y divide-line">
            {place.programmes.map((programme) => (
              <ProgrammeRow
                key={programme.id}
                programme={programme}
                mayClose={place.mayRun}
                membershipId={membershipId}
                formKey={place.formKey}
              />
            ))}
          </ul>
          {place.mayRun && (
            <OpenProgrammeForm place={place} membershipId={membershipId} answer={answer} />
          )}
        </div>
      )}
      {place.mayRestore && (
        <RestoreForm
          title={t('restorePlace')}
          hint={t('restorePlaceHint')}
          envelope={{ membershipId, formKey: place.formKey, version: place.version }}
          intent="restore-place"
          about={{ placeId: place.id }}
        />
      )}
    </Card>
  );
}

interface ProgrammeRowProps {
  programme: Programme;
  mayClose: boolean;
  membershipId: string;
  formKey: string;
}

function ProgrammeRow({ programme, mayClose, membershipId, formKey }: ProgrammeRowProps) {
  const t = useText('organisations');
  const groupName = useGroupName();
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span>
        {programme.name} <span className="text-sm text-ink-soft">{groupName(programme.group)}</span>
      </span>
      {programme.endedOn !== null && <Badge>{t('ended')}</Badge>}
      {programme.endedOn === null && mayClose && (
        <Form method="post">
          <EnvelopeFields
            membershipId={membershipId}
            formKey={formKey}
            version={programme.version}
            intent="close-programme"
          />
          <input type="hidden" name="programmeId" value={programme.id} />
          <Button kind="secondary">{t('closeProgramme')}</Button>
        </Form>
      )}
    </li>
  );
}

function OpenProgrammeForm({
  place,
  membershipId,
  answer,
}: Pick<PlaceCardProps, 'place' | 'membershipId' | 'answer'>) {
  const t = useText('organisations');
  const groupName = useGroupName();
  // Each place of the page has such a form: an answer is drawn into the one that was sent.
  const typed = answer?.lastResult?.initialValue;
  const own = typed?.['placeId'] === place.id && 'name' in typed ? answer : undefined;
  const fieldOf = (name: string) => {
    const id = `${name}-${place.id}`;
    return { ...plainField(own, name), id, errorId: `${id}-error`, descriptionId: `${id}-hint` };
  };
  return (
    <Form
      method="post"
      key={place.formKey}
      className="flex flex-wrap items-end gap-3 *:w-full sm:*:w-auto sm:*:min-w-40"
    >
      <EnvelopeFields membershipId={membershipId} formKey={place.formKey} intent="open-programme" />
      <input type="hidden" name="placeId" value={place.id} />
      <SelectField
        field={fieldOf('group')}
        label={t('group')}
        required
        options={programmeGroups.map((value) => ({ value, label: groupName(value) }))}
      />
      <TextField field={fieldOf('name')} label={t('programmeName')} required />
      <Button kind="secondary">{t('openProgramme')}</Button>
    </Form>
  );
}
