/** Divisions of China as 12 digits: province 2, prefecture 2, county 2, township 3, village 3. */
export type DivisionLevel = 'province' | 'prefecture' | 'county' | 'township' | 'village';

/** The digits that count: '451100000000' is '4511', '451121000000' is '451121'. Levels come from digits, never names. */
export function divisionPrefix(code: string): string {
  if (code.slice(9) !== '000') return code;
  if (code.slice(6, 9) !== '000') return code.slice(0, 9);
  if (code.slice(4, 6) !== '00') return code.slice(0, 6);
  if (code.slice(2, 4) !== '00') return code.slice(0, 4);
  return code.slice(0, 2);
}

const levelOfLength: Record<number, DivisionLevel> = {
  2: 'province',
  4: 'prefecture',
  6: 'county',
  9: 'township',
  12: 'village',
};

export function levelOf(code: string): DivisionLevel {
  return levelOfLength[divisionPrefix(code).length] as DivisionLevel;
}

/** First six digits, whatever the level; leads every scope index. */
export function countyCode(code: string): string {
  return code.slice(0, 6);
}

/** True when the division lies in the area of the prefix; '' holds everything. */
export function contains(prefix: string, code: string): boolean {
  return code.startsWith(prefix);
}
