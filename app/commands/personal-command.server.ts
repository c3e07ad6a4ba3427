import type { Result } from '~/domain/result';
import type { IdentityCipher } from '~/domain/identity';
import {
  defineCommand,
  type Command,
  type CommandContext,
  type CommandEnv,
} from './command.server';

/** For commands that write or read personal text. */
export interface PersonalEnv extends CommandEnv {
  cipher: IdentityCipher;
}

export type PersonalContext = CommandContext<PersonalEnv>;

/** A command whose request holds personal text: its fingerprint in the command log is made with a key. */
export function definePersonalCommand<I, O>(
  name: string,
  handler: (context: PersonalContext, input: I) => Promise<Result<O>>,
): Command<I, O, PersonalEnv> {
  return defineCommand(name, handler, (env, text) => env.cipher.digest(text));
}
