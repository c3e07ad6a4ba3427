import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureDesign, measureLarge, measurePacks, measureParcels } from './allocation/measure';

/**
 * npm run bench:allocation [-- --seed N]: plans over made-up instances, the same for the same seed. The last line is one JSON object:
 * seconds, ratios of times taken in the same run, gaps as shares of the best value. The large one is measured in a process of its
 * own, so that its memory is its own.
 */
const args = process.argv.slice(2);
const seed = seedOf(args);
const ROUNDS = 5;

if (args.includes('--large')) {
  process.stdout.write(`${JSON.stringify(await measureLarge(seed))}\n`);
} else {
  const design = await measureDesign(seed, ROUNDS);
  const packs = await measurePacks(seed, ROUNDS);
  const parcels = await measureParcels(seed, ROUNDS);
  const all = { ...design, ...large(), ...packs, ...parcels, seed };
  process.stdout.write(`${JSON.stringify(all, (_, value) => rounded(value))}\n`);
}

function seedOf(args: readonly string[]): number {
  const at = args.indexOf('--seed');
  const seed = at < 0 ? 1 : Number(args[at + 1]);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed wants a whole number');
  return seed;
}

function large(): Record<string, number> {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), '--large', '--seed', String(seed)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error('the large instance was not solved');
  return JSON.parse(stdout) as Record<string, number>;
}

/** Five digits are more than a second run would repeat. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(5))
    : value;
}
