import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import { createAuth, type Auth } from '../auth.server';
import type { Database } from '../client.server';
import { authAccount, authUser } from '../schema/auth';
import { membership } from '../schema/membership';
import { organisation } from '../schema/organisation';
import { createIdentityCipher } from '../store/identity-cipher.server';
import type { Actor, Role } from '~/domain/actor';
import { countyCode } from '~/domain/division';
import type { IdentityCipher } from '~/domain/identity';
import type { OrganisationKind } from '~/domain/organisation';

export const TEST_PASSWORD = 'rice for a village';
export const TEST_SECRET = 'a secret of the tests, as long as one must be';

export function testAuth(db: Database): Auth {
  return createAuth({
    db,
    secret: TEST_SECRET,
    publicOrigin: 'http://localhost:3000',
    newId: uuidv7,
  });
}

export function testCipher(): IdentityCipher {
  return createIdentityCipher(TEST_SECRET);
}

/** A person with an account and TEST_PASSWORD. */
export async function insertTestUser(
  db: Database,
  user: { name: string; userName: string; phone: string },
): Promise<string> {
  const id = uuidv7();
  await db.insert(authUser).values({
    id,
    name: user.name,
    email: `${id}@users.invalid`,
    username: user.userName,
    displayUsername: user.userName,
    phoneNumber: user.phone,
  });
  const password = await hashPassword(TEST_PASSWORD);
  await db
    .insert(authAccount)
    .values({ id: uuidv7(), userId: id, accountId: id, providerId: 'credential', password });
  return id;
}

const kindOf: Record<Role, OrganisationKind> = {
  foundation_staff: 'foundation',
  depot_staff: 'depot',
  centre_coordinator: 'centre',
  township_officer: 'township_office',
  bureau_officer: 'bureau',
  administrator: 'operator',
};

/** A membership of the user at a new organisation of the kind that goes with the role. */
export async function insertTestMembership(
  db: Database,
  held: {
    userId: string;
    role: Role;
    divisionCode: string;
    organisationName?: string;
    validFrom?: string;
    validTo?: string;
  },
): Promise<Actor> {
  const { userId, role, divisionCode, validFrom = '2020-01-01', validTo = null } = held;
  const organisationId = uuidv7();
  await db.insert(organisation).values({
    id: organisationId,
    kind: kindOf[role],
    name: held.organisationName ?? `机构 ${organisationId.slice(-4)}`,
    divisionCode,
    countyCode: countyCode(divisionCode),
    createdAt: new Date(),
  });
  const membershipId = uuidv7();
  const actor: Actor = { userId, membershipId, organisationId, role, divisionCode };
  const { membershipId: id, ...rest } = actor;
  await db.insert(membership).values({ id, ...rest, validFrom, validTo });
  return actor;
}
