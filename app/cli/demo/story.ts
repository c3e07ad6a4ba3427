import type { z } from 'zod';
import type { Envelope } from '~/commands/command.server';
import type { PersonalEnv } from '~/commands/personal-command.server';
import { listItems } from '~db/queries/items.server';
import type { Actor } from '~/domain/actor';
import { addDays, dayInShanghai, type CalendarDay } from '~/domain/calendar';
import { findItemIn, type CatalogueItem } from '~/domain/catalogue';
import type { Result } from '~/domain/result';

/** The story's own clock: it begins some weeks before today and only goes forward. */
export interface Story {
  env: PersonalEnv;
  items: CatalogueItem[];
  findItem: ReturnType<typeof findItemIn>;
  /** The day of the story that lies `days` before the day of the start. */
  day: (daysAgo: number) => CalendarDay;
  /** Turns the clock to an hour of that day, as clocks in China show it. */
  at: (daysAgo: number, clock: string) => void;
  now: () => Date;
}

export async function beginStory(env: PersonalEnv): Promise<Story> {
  const today = dayInShanghai(env.now());
  let now = env.now();
  const items = await listItems(env.db);
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  return {
    env: { ...env, now: () => now },
    items,
    findItem: findItemIn(items),
    day,
    at: (daysAgo, clock) => {
      now = new Date(`${day(daysAgo)}T${clock}:00+08:00`);
    },
    now: () => now,
  };
}

export function itemId(story: Story, code: string): string {
  const item = story.items.find((one) => one.code === code);
  if (!item) throw new Error(`the catalogue has no ${code}`);
  return item.id;
}

/** The envelope of a form that this actor sends once. */
export function from(story: Story, actor: Actor): Envelope {
  return { actor, key: story.env.newId() };
}

/** The story only does what is allowed: a refusal is a fault in the story. */
export async function must<T>(doing: Promise<Result<T>>): Promise<T> {
  const result = await doing;
  if (!result.ok) throw new Error(`the story was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** What a form sends, read by the form's own schema. */
export function typed<S extends z.ZodType>(schema: S, form: z.input<S>): z.output<S> {
  const read = schema.safeParse(form);
  if (read.success) return read.data;
  throw new Error(`the story's form is refused: ${JSON.stringify(read.error.issues)}`);
}
