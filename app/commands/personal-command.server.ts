import type { Result } from '~/domain/result';
import type { IdentityCipher } from '~/domain/identity';
import {
  defineCommand,
  type Command,
  type CommandContext,
  type CommandEnv,
  type CommandOptions,
} from './command.server';

/** For commands that write or read personal text. */
export interface PersonalEnv extends CommandEnv {
  cipher: IdentityCipher;
}

export type PersonalContext = CommandContext<PersonalEnv>;

/** A command whose request holds personal text: its fingerprint in the command log is made with a key. */
export function definePersonalCommand<I, O, A = undefined>(
  name: string,
  handler: (context: PersonalContext, input: I, ahead: A) => Promise<Result<O>>,
  options: Pick<CommandOptions<I, PersonalEnv, A>, 'ahead'> = {},
): Command<I, O, PersonalEnv> {
  return defineCommand(name, handler, {
    ...options,
    digest: (env, text) => env.cipher.digest(text),
  });
}
