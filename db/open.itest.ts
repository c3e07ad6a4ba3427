import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type OpenOptions } from './open.server';
import { createDatabase, closeDatabase } from './client.server';
import { refusePowerfulPool } from './pool-guard.server';
import { createTestDatabase, type TestDatabase } from './testing/test-database.server';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const external = (databaseUrl: string): OpenOptions => ({
  databaseUrl,
  migrationDatabaseUrl: undefined,
  dataDir: '/nonexistent',
  poolSize: 2,
  database: 'nuanqiao',
  say: () => {},
});

describe('an external database', () => {
  it('is migrated by the owner’s login and used as a role without power', async () => {
    const { db, close } = await openDatabase(external(test.ownerUrl));
    expect([...(await db.execute(sql`select current_user::text as name`))]).toEqual([
      { name: 'nuanqiao_app' },
    ]);
    await close();
  });

  it('belongs to the demonstration or to real use once somebody has an account in it', async () => {
    const own = await createTestDatabase();
    const start = async (purpose: 'demo' | 'real') => {
      const opened = await openDatabase({ ...external(own.ownerUrl), purpose });
      await opened.close();
    };
    await start('demo');
    await start('real');
    await own.superuser`
      insert into auth_user (id, name, email, email_verified, created_at, updated_at)
      values (gen_random_uuid(), '覃宇航', 'x@users.invalid', false, now(), now())`;
    await expect(start('demo')).rejects.toThrow(
      /^The database .*DATABASE_URL is in real use[^\n]+\.$/,
    );
    await start('real');
    await own.superuser`update installation set purpose = 'demo'`;
    await expect(start('real')).rejects.toThrow(
      /^The database .* holds the demonstration[^\n]+\.$/,
    );
    await start('demo');
    await own.drop();
  });

  it('is refused in one sentence when it cannot be reached', async () => {
    const closed = test.ownerUrl.replace(/:\d+\//, ':1/');
    await expect(openDatabase(external(closed))).rejects.toThrow(
      /^The database of the setting DATABASE_URL [^\n]+\.$/,
    );
    const wrong = test.ownerUrl.replace(/owner:[^@]+@/, 'owner:wrong@');
    await expect(openDatabase(external(wrong))).rejects.toThrow(/DATABASE_URL.*password/);
  });

  it.each([
    ['is a superuser', () => test.ownerUrl.replace('nuanqiao_owner', 'postgres')],
    ['owns tables', () => test.ownerUrl],
  ])('is refused to a pool whose role %s', async (power, url) => {
    const db = createDatabase({ url: url(), max: 1 });
    await expect(refusePowerfulPool(db)).rejects.toThrow(power);
    await closeDatabase(db);
  });
});
