import type { Result } from '~/domain/result';

/** What a command answers where a test takes for granted that it is not refused. */
export async function orThrow<T>(run: Promise<Result<T, { code: string }>>): Promise<T> {
  const result = await run;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
