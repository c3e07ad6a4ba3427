import pino, { type Logger } from 'pino';

export type Log = Logger;

interface LoggedError {
  type: string;
  code?: string;
  constraint?: string;
  message?: string;
  stack?: string;
}

/**
 * What may be written down of an error. A database error's message, detail and parameters repeat
 * what people typed (names, ID numbers), so only its code and constraint are kept.
 */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const chain: Error[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 5; at = at.cause) {
    chain.push(at);
  }
  const database = chain.find(isDatabaseError);
  if (!database && !chain.some(carriesQuery)) {
    return { type: error.name, message: error.message, stack: error.stack ?? '' };
  }
  return {
    type: error.name,
    ...stringField(database, 'code', 'code'),
    ...stringField(database, 'constraint_name', 'constraint'),
    stack: stackFrames(error),
  };
}

/** The address of a request as it may be written down: without the one-time word that opens an account. */
export function loggedRoute(pathname: string): string {
  return pathname.replace(/^\/(setup|invitations|passwords)\/.*/, '/$1/…');
}

function isDatabaseError(error: Error): boolean {
  return error.name === 'PostgresError' || ('severity' in error && 'code' in error);
}

function carriesQuery(error: Error): boolean {
  return 'query' in error || 'parameters' in error || 'params' in error;
}

function stringField(error: Error | undefined, field: string, as: 'code' | 'constraint') {
  const value: unknown = error && Reflect.get(error, field);
  return typeof value === 'string' ? { [as]: value } : {};
}

/** The frames alone: a stack begins with the message, which repeats the parameters. */
function stackFrames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** @param destination where the lines go; standard output by default. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options = { level, base: null, serializers: { err: describeError } };
  return destination ? pino(options, destination) : pino(options);
}
