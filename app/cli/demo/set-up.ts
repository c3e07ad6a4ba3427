import { hashPassword } from 'better-auth/crypto';
import { acceptInvitation } from '~/commands/accept-invitation.server';
import { completeSetup } from '~/commands/complete-setup.server';
import { inviteUser } from '~/commands/invite-user.server';
import { openProgramme } from '~/commands/open-programme.server';
import { openSetup } from '~/commands/open-setup.server';
import { registerOrganisation } from '~/commands/register-organisation.server';
import { registerPlace } from '~/commands/register-place.server';
import type { Actor } from '~/domain/actor';
import type { ProgrammeGroup } from '~/domain/organisation';
import { organisationSchema, placeSchema } from '~/domain/organisation-form';
import { usccCheckCharacter } from '~/domain/uscc';
import { newToken, tokenHash } from '~/server/token.server';
import {
  administrator,
  centres,
  demoPassword,
  members,
  organisations,
  type CastMember,
  type CastOrganisation,
} from './cast';
import { from, must, typed, type Story } from './story';

export interface House {
  /** By user name. */
  actor: (userName: string) => Actor;
  /** By key of the organisation. */
  place: (key: string) => string;
  programme: (key: string, group: ProgrammeGroup) => string;
}

const programmeNames: Record<ProgrammeGroup, string> = {
  children: '留守儿童之家',
  elderly: '老年人关爱项目',
  women: '妇女技能课堂',
};

/** Set-up, organisations, places, programmes and people, as an administrator makes them. */
export async function setUpHouse(story: Story): Promise<House> {
  story.at(46, '09:00');
  const admin = await makeAdministrator(story);
  const organisationIds = new Map<string, string>();
  const places = new Map<string, string>();
  const programmes = new Map<string, string>();
  for (const one of [...organisations, ...centres.map(centreOrganisation)]) {
    organisationIds.set(one.key, await register(story, admin, one));
  }
  const depot = {
    kind: 'depot',
    name: '贺州储备中心一号库',
    divisionCode: '451102000000',
  } as const;
  const organisationId = get(organisationIds, 'depot');
  places.set('depot', await registerPlaceOf(story, admin, { ...depot, organisationId }));
  for (const centre of centres) {
    const { name, divisionCode, county } = centre;
    const id = get(organisationIds, centre.key);
    const placed = { kind: 'centre', name, divisionCode, organisationId: id, county } as const;
    const placeId = await registerPlaceOf(story, admin, placed);
    places.set(centre.key, placeId);
    for (const group of centre.groups) {
      const form = { placeId, group, name: programmeNames[group] };
      const opened = await must(openProgramme(story.env, from(story, admin), form));
      programmes.set(`${centre.key} ${group}`, opened.programmeId);
    }
  }
  const actors = new Map([[administrator.userName, admin]]);
  const passwordHash = await hashPassword(demoPassword);
  for (const [index, member] of members.entries()) {
    const person = { ...member, phone: phoneOf(index + 1), passwordHash };
    const at = get(organisationIds, member.at);
    actors.set(member.userName, await invite(story, admin, person, at));
  }
  return {
    actor: (userName) => get(actors, userName),
    place: (key) => get(places, key),
    programme: (key, group) => get(programmes, `${key} ${group}`),
  };
}

async function makeAdministrator(story: Story): Promise<Actor> {
  const token = tokenHash(newToken());
  await must(openSetup(story.env, token));
  const { actor } = await must(
    completeSetup(story.env, {
      tokenHash: token,
      organisationName: '暖桥运营方',
      divisionCode: '451100000000',
      person: {
        ...administrator,
        phone: phoneOf(0),
        passwordHash: await hashPassword(demoPassword),
      },
    }),
  );
  return actor;
}

function centreOrganisation(centre: (typeof centres)[number]): CastOrganisation {
  const { key, name, divisionCode } = centre;
  return { key, kind: 'centre', name, divisionCode };
}

async function register(story: Story, admin: Actor, one: CastOrganisation): Promise<string> {
  const { kind, name, divisionCode, creditBody, address } = one;
  const form = typed(organisationSchema, {
    kind,
    name,
    divisionCode,
    creditCode: creditBody && creditBody + usccCheckCharacter(creditBody),
    address,
  });
  const made = await must(registerOrganisation(story.env, from(story, admin), form));
  return made.organisationId;
}

interface Placed {
  organisationId: string;
  kind: 'depot' | 'centre';
  name: string;
  divisionCode: string;
  county?: { latitude: number; longitude: number } | undefined;
}

async function registerPlaceOf(story: Story, admin: Actor, placed: Placed): Promise<string> {
  const { county, ...rest } = placed;
  const coordinates = county && {
    latitude: String(county.latitude),
    longitude: String(county.longitude),
    datum: 'WGS84' as const,
    precision: 'county' as const,
  };
  const form = typed(placeSchema, { ...rest, ...coordinates });
  return (await must(registerPlace(story.env, from(story, admin), form))).placeId;
}

async function invite(
  story: Story,
  admin: Actor,
  person: CastMember & { phone: string; passwordHash: string },
  organisationId: string,
): Promise<Actor> {
  const token = tokenHash(newToken());
  const divisionCode = divisionOf(person.at);
  const { name, userName, phone, passwordHash, role } = person;
  const invitation = { organisationId, role, divisionCode, tokenHash: token, displayName: name };
  await must(inviteUser(story.env, from(story, admin), invitation));
  const by = { person: { name, userName, phone, passwordHash } };
  return (await must(acceptInvitation(story.env, { tokenHash: token, by }))).actor;
}

function divisionOf(key: string): string {
  const found = [...organisations, ...centres].find((one) => one.key === key);
  if (!found) throw new Error(`nobody in the story is called ${key}`);
  return found.divisionCode;
}

/** The 140 range is given to no mobile user. */
function phoneOf(index: number): string {
  return `140${String(index).padStart(8, '0')}`;
}

function get<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the story has no ${key}`);
  return value;
}
