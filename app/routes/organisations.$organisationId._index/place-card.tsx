import { Form } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { programmeGroups, type PlaceKind, type ProgrammeGroup } from '~/domain/organisation';
import { useText } from '~/i18n/text';
import type { PlaceLocation } from './place-location.server';
import { Location } from './location';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { LinkButton } from '~/ui/link-button';
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
    location: PlaceLocation;
    endedOn: string | null;
    programmes: readonly Programme[];
    mayRun: boolean;
    formKey: string;
  };
  membershipId: string;
  amendPath?: string | undefined;
}

export function PlaceCard({ place, membershipId, amendPath }: PlaceCardProps) {
  const t = useText('organisations');
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
          {place.mayRun && <OpenProgrammeForm place={place} membershipId={membershipId} />}
        </div>
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
}: Pick<PlaceCardProps, 'place' | 'membershipId'>) {
  const t = useText('organisations');
  const groupName = useGroupName();
  return (
    <Form
      method="post"
      key={place.formKey}
      className="flex flex-wrap items-end gap-3 *:w-full sm:*:w-auto sm:*:min-w-40"
    >
      <EnvelopeFields membershipId={membershipId} formKey={place.formKey} intent="open-programme" />
      <input type="hidden" name="placeId" value={place.id} />
      <SelectField
        name="group"
        label={t('group')}
        required
        options={programmeGroups.map((value) => ({ value, label: groupName(value) }))}
      />
      <TextField name="name" label={t('programmeName')} required />
      <Button kind="secondary">{t('openProgramme')}</Button>
    </Form>
  );
}
