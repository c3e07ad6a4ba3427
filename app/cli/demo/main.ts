import type { ServerEnv } from '~/server/env.server';
import { anyUserExists } from '~db/store/user.server';
import { tellWarmWinter } from './warm-winter';
import { administrator, demoPassword, members } from './cast';
import { beginStory } from './story';

/**
 * What `npm run demo` does between migrating and listening: the story of the demonstration is told here, through the
 * commands that the pages use. A database that holds it already is left as it is.
 */
export async function tellDemo(env: ServerEnv): Promise<void> {
  const told = await env.db.transaction((tx) => anyUserExists(tx));
  if (!told) await tellWarmWinter(await beginStory(env));
  console.log(signIns());
}

/** User names and the one password; README holds the same table. */
function signIns(): string {
  const rows = [{ ...administrator, role: 'administrator' }, ...members].map(
    ({ userName, name, role }) => `  ${userName.padEnd(10)} ${role.padEnd(18)} ${name}`,
  );
  return [
    `演示登录（密码都是 ${demoPassword}）/ sign-ins of the demo (password: ${demoPassword})`,
    ...rows,
  ].join('\n');
}
