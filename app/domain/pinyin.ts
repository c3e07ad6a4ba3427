/** A character's readings without tones, the commonest first; ü is written v, as it is typed. */
export type ReadingTable = ReadonlyMap<string, readonly string[]>;

/** One way to read a name, as it is typed into a search box. */
export interface NameReading {
  /** 'zhaoping' */
  pinyin: string;
  /** 'zp' */
  initials: string;
}

/** More polyphones in one name than this make readings that nobody types. */
const MAX_READINGS = 8;

/** Reads the table's lines, one set of readings a line: 'zhong chong:重'. */
export function parseReadings(text: string): ReadingTable {
  const table = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (line.startsWith('#') || colon < 0) continue;
    const readings = line.slice(0, colon).split(' ');
    for (const character of line.slice(colon + 1)) table.set(character, readings);
  }
  return table;
}

/**
 * The ways a name may be read, the likeliest first: 重阳 is chongyang and zhongyang, because no table knows which one a
 * village uses. Characters without a reading (brackets, private ones) are left out. Empty when nothing can be read.
 */
export function readingsOf(name: string, table: ReadingTable): NameReading[] {
  let ways: { syllables: string[]; rarity: number }[] = [{ syllables: [], rarity: 0 }];
  for (const character of name.toLowerCase()) {
    const readings = table.get(character) ?? (/[a-z0-9]/.test(character) ? [character] : []);
    if (readings.length === 0) continue;
    ways = ways
      .flatMap((way) =>
        readings.map((reading, rank) => ({
          syllables: [...way.syllables, reading],
          rarity: way.rarity + rank,
        })),
      )
      .sort((a, b) => a.rarity - b.rarity)
      .slice(0, MAX_READINGS);
  }
  return ways
    .filter((way) => way.syllables.length > 0)
    .map(({ syllables }) => ({
      pinyin: syllables.join(''),
      initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    }));
}

const COMMITTEE = /(?<=.)(村民委员会|居民委员会|村委会|居委会)$/;
/** Titles of townships and higher; at least two characters must be left, so that 城区 and 郊区 stay whole. */
const TITLE =
  /(?<=..)(((壮|汉|瑶|苗|侗|回|彝|水|京|畲|各|仫佬|毛南|仡佬)族)*(自治区|自治县|乡)|街道|镇|省|市|县|区)$/;

/** A village's name without the committee it ends in, which nobody types: 太平村委会 → 太平. */
export function nameStem(name: string): string {
  return name.replace(COMMITTEE, '');
}

/** What people type for a division: a village by its stem; a township and higher with its title and without. */
export function typedNames(name: string, depth: number): string[] {
  if (depth === 5) return [nameStem(name)];
  const untitled = name.replace(TITLE, '');
  return untitled === name ? [name] : [untitled, name];
}
