import { DatabaseRefused } from '~db/embedded/refused.server';
import { openDatabase } from '~db/open.server';
import { readSettings, StartRefused } from '~/server/settings.server';
import { verifyBooks } from './verify-books';

// `npm run verify` (`-- --demo` for the demonstration's database): exits with 1 where anything differs.
async function main(isDemo: boolean): Promise<number> {
  const settings = readSettings(isDemo ? 'demo' : 'development', process.env);
  const database = isDemo ? 'nuanqiao_demo' : 'nuanqiao';
  const opened = await openDatabase({ ...settings, database, say: console.log });
  try {
    const { looked, faults } = await verifyBooks(opened.db);
    for (const fault of faults) console.error(fault);
    const counts = Object.entries(looked).map(([name, count]) => `${name} ${count}`);
    console.log(`Looked at: ${counts.join(', ')}.`);
    console.log(faults.length === 0 ? 'The books agree.' : `${faults.length} differences.`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

try {
  process.exitCode = await main(process.argv.includes('--demo'));
} catch (error) {
  const expected = error instanceof StartRefused || error instanceof DatabaseRefused;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
