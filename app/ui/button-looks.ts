import { classNames } from './class-names';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<ButtonKind, string> = {
  primary: 'bg-persimmon text-white hover:bg-persimmon-deep',
  secondary: 'border border-edge bg-sheet text-ink hover:bg-mist',
  quiet: 'text-persimmon hover:bg-persimmon-wash hover:text-persimmon-deep',
  danger: 'border border-brick bg-sheet text-brick hover:bg-brick-wash',
};

/** Classes of a button or of a link that looks like one. At least 44 px high, for thumbs. */
export function buttonLooks(kind: ButtonKind, refused: boolean): string {
  return classNames(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 py-2 text-center font-medium transition-colors',
    refused ? 'border border-line bg-mist text-ink-soft' : looks[kind],
  );
}
