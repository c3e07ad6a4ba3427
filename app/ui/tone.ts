import { CircleCheck, Circle, Clock, Info, TriangleAlert, type LucideIcon } from 'lucide-react';

/** What a colour says. It never says it alone: every use carries an icon and a word. */
export type Tone = 'plain' | 'info' | 'done' | 'waiting' | 'trouble';

export const toneIcons: Record<Tone, LucideIcon> = {
  plain: Circle,
  info: Info,
  done: CircleCheck,
  waiting: Clock,
  trouble: TriangleAlert,
};

export const toneText: Record<Tone, string> = {
  plain: 'text-ink-soft',
  info: 'text-ink',
  done: 'text-bamboo',
  waiting: 'text-amber',
  trouble: 'text-brick',
};

export const toneWash: Record<Tone, string> = {
  plain: 'bg-mist',
  info: 'bg-mist',
  done: 'bg-bamboo-wash',
  waiting: 'bg-amber-wash',
  trouble: 'bg-brick-wash',
};
