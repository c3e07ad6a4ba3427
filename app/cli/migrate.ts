import { DatabaseRefused } from '~db/embedded/refused.server';
import { openDatabase } from '~db/open.server';
import { readSettings, StartRefused } from '~/server/settings.server';

// `npm run db:migrate`: the same as a start does, without listening.
try {
  const settings = readSettings('development', process.env);
  const opened = await openDatabase({ ...settings, database: 'nuanqiao', say: console.log });
  await opened.close();
  console.log('The database is up to date.');
} catch (error) {
  const expected = error instanceof StartRefused || error instanceof DatabaseRefused;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
