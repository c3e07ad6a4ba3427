import { createDatabase, inTransaction } from '~db/client.server';
import { postMovements } from '~db/store/ledger.server';
import type { Movement } from '~/domain/ledger';

/**
 * A process of its own that posts what it reads, one batch a line, until it is killed; it writes the id of each batch's
 * first movement once the database has said yes. argv: the database's address.
 */
const [, , url = ''] = process.argv;
const db = createDatabase({ url, max: 8 });
process.stdin.setEncoding('utf8');
let rest = '';
process.stdin.on('data', (chunk: string) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop() ?? '';
  lines.forEach((line) => void postLine(line));
});

async function postLine(line: string): Promise<void> {
  const batch = (JSON.parse(line) as (Movement & { occurredAt: string })[]).map(
    (movement): Movement => ({ ...movement, occurredAt: new Date(movement.occurredAt) }),
  );
  const posted = await inTransaction(db, (tx) => postMovements(tx, batch));
  if (posted.ok) process.stdout.write(`${batch[0]?.id}\n`);
}
