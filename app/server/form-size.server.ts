/** More than the largest sheet of ours has. */
const MAX_PLACES = 20_000;
const MAX_NAME_LENGTH = 300;
const MAX_STEPS = 12;

/**
 * Does a form ask for no more memory than its fields stand for? A list is made as long as the highest index in a
 * field's name says, so one short name could ask for thousands of millions of entries.
 */
export function isFormBounded(names: Iterable<string>): boolean {
  const lengths = new Map<string, number>();
  let places = 0;
  for (const name of names) {
    places += 1;
    if (name.length > MAX_NAME_LENGTH || places > MAX_PLACES) return false;
    if (name.split(/[.[]/).length > MAX_STEPS) return false;
    for (const index of name.matchAll(/\[(\d+)\]/g)) {
      const list = name.slice(0, index.index);
      const length = Number(index[1]) + 1;
      const before = lengths.get(list) ?? 0;
      if (length <= before) continue;
      lengths.set(list, length);
      places += length - before;
      if (places > MAX_PLACES) return false;
    }
  }
  return true;
}
