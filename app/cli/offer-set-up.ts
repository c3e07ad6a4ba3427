import { openSetup } from '~/commands/open-setup.server';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { newToken, tokenHash } from '~/server/token.server';

/** On an empty database: prints the one-time link by which the first administrator is made. */
export async function offerSetup(env: ServerEnv): Promise<void> {
  const token = newToken();
  const opened = await openSetup(env, tokenHash(token));
  if (!opened.ok) return;
  const link = env.settings.publicOrigin + paths.setup(token);
  console.log(
    `首次使用，请打开这个一次性链接设置第一位管理员 / First start, make the administrator here:\n${link}`,
  );
}
