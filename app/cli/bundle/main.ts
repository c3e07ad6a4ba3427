import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { sourceFingerprint } from './fingerprint';

const STAMP = 'build/fingerprint.txt';

/**
 * Vite builds the pages; what runs in Node beside them (server, command line, workers) is bundled
 * by esbuild, because Vite inlines its own copy of shared modules and bundles no workers.
 */
async function buildNode(): Promise<void> {
  await build({
    entryPoints: { server: 'server.ts', 'plan-worker': 'app/jobs/plan-worker.ts' },
    outdir: 'build',
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function main(onlyIfChanged: boolean): Promise<void> {
  const fingerprint = sourceFingerprint();
  const built = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (onlyIfChanged && built === fingerprint) return;
  console.log('Building …');
  rmSync('build', { recursive: true, force: true });
  execFileSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  );
  await buildNode();
  writeFileSync(STAMP, fingerprint);
}

await main(process.argv.includes('--if-changed'));
