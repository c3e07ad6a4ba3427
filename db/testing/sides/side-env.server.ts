import { v7 as newId } from 'uuid';
import type { PersonalEnv } from '~/commands/personal-command.server';
import type { Actor, Role } from '~/domain/actor';
import type { ProgrammeGroup } from '~/domain/organisation';
import { workOnce } from '~/jobs/run-jobs';
import { solveHere } from '~/jobs/solve-task';
import { seedParameters } from '../../seed/seed-parameters.server';
import { testCipher } from '../people.server';
import type { TestDatabase } from '../test-database.server';
import { actorOf, makeItem, makeOrganisation, makePlace, makeProgramme } from '../world.server';

export const NOW = new Date('2026-01-10T01:00:00Z');
export const TODAY = '2026-01-10';

/** Two counties of one city, each with a village: what one of them does is no business of the other. */
export const counties = [
  { county: '451121000000', township: '451121101000', village: '451121101202' },
  { county: '451122000000', township: '451122109000', village: '451122109205' },
] as const;
type County = (typeof counties)[number];

export type Sides = Awaited<ReturnType<typeof sidesGround>>;

/** What both counties share: the database, the catalogue, and the jobs that are worked off at once. */
export async function sidesGround(database: TestDatabase) {
  await database.db.transaction(seedParameters);
  const env: PersonalEnv = { db: database.db, cipher: testCipher(), now: () => NOW, newId };
  const fault = (error: unknown): never => {
    throw error;
  };
  const [coatId, plannedId, appliedId] = await database.db.transaction(async (tx) => [
    await makeItem(tx, 'coat_of_the_sides', 'piece', 'none'),
    await makeItem(tx, 'planned_of_the_sides', 'piece', 'none'),
    await makeItem(tx, 'applied_of_the_sides', 'piece', 'none'),
  ]);
  return {
    database,
    env,
    items: { coatId, plannedId, appliedId },
    workAll: async () => {
      const jobs = { ...env, solve: solveHere, say: fault };
      while (await workOnce(jobs)) continue;
    },
    /** The only value of a query that finds one. */
    one: async <T>(text: string, id: string): Promise<T> => {
      const [row] = await database.superuser.unsafe(text, [id]);
      if (!row) throw new Error(`nothing found: ${text}`);
      return Object.values(row)[0] as T;
    },
  };
}

export const as = (actor: Actor, key: string = newId()) => ({ actor, key });

/** Organisations, places and people of one county. */
export async function sideGround({ database }: Sides, { county, township, village }: County) {
  return database.db.transaction(async (tx) => {
    const organisation = {
      foundation: await makeOrganisation(tx, 'foundation', county),
      depot: await makeOrganisation(tx, 'depot', county),
      centre: await makeOrganisation(tx, 'centre', village),
      bureau: await makeOrganisation(tx, 'bureau', county),
      township: await makeOrganisation(tx, 'township_office', township),
      spare: await makeOrganisation(tx, 'centre', village),
    };
    const [depot, centre, spare] = [
      await makePlace(tx, organisation.depot, 'depot', county),
      await makePlace(tx, organisation.centre, 'centre', village),
      await makePlace(tx, organisation.centre, 'centre', village),
    ];
    const programme = (group: ProgrammeGroup) => makeProgramme(tx, centre.id, village, group);
    const by = (role: Role, divisionCode: string, organisationId: string) =>
      actorOf(role, divisionCode, organisationId);
    return {
      county,
      township,
      village,
      organisation,
      place: { depot: depot.id, centre: centre.id, spare: spare.id },
      programmeId: await programme('children'),
      spareProgrammeId: await programme('women'),
      by: {
        foundation: by('foundation_staff', county, organisation.foundation),
        depot: by('depot_staff', county, organisation.depot),
        centre: by('centre_coordinator', village, organisation.centre),
        bureau: by('bureau_officer', county, organisation.bureau),
        /** A second officer of the bureau, who did not submit the plan. */
        approver: by('bureau_officer', county, organisation.bureau),
        township: by('township_officer', township, organisation.township),
      },
    };
  });
}
export type Ground = Awaited<ReturnType<typeof sideGround>>;
