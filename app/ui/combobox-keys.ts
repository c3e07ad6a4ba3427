/** What a key does in a text field with a list of suggestions (ARIA Authoring Practices, editable combobox). */
export interface ListState {
  isOpen: boolean;
  /** Place in the list of the suggestion that Enter would take. */
  active: number | undefined;
  /** How many suggestions there are. */
  count: number;
}

export type KeyEffect =
  { kind: 'move'; active: number } | { kind: 'take'; at: number } | { kind: 'close' };

/** Undefined: the key is the text field's or the form's own. */
export function effectOfKey(
  key: string,
  { isOpen, active, count }: ListState,
): KeyEffect | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  if (key === 'ArrowDown') {
    return {
      kind: 'move',
      active: !isOpen || active === undefined || active === last ? 0 : active + 1,
    };
  }
  if (key === 'ArrowUp') {
    return {
      kind: 'move',
      active: !isOpen || active === undefined || active === 0 ? last : active - 1,
    };
  }
  if (!isOpen) return undefined;
  if (key === 'Escape') return { kind: 'close' };
  if (active === undefined) return undefined;
  if (key === 'Enter') return { kind: 'take', at: active };
  if (key === 'Home') return { kind: 'move', active: 0 };
  if (key === 'End') return { kind: 'move', active: last };
  return undefined;
}
