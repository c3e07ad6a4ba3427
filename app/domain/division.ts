/**
 * Division codes: 12 digits, 2 province + 2 prefecture + 2 county + 3 township + 3 village (National Bureau of
 * Statistics, 统计用区划代码编制规则). The level is read from the digits, never from the name: thousands of names end in
 * neither 村委会 nor 居委会.
 */
export const divisionLevels = ['province', 'prefecture', 'county', 'township', 'village'] as const;
export type DivisionLevel = (typeof divisionLevels)[number];

const CODE = /^[1-9]\d{11}$/;
/** How many digits say something, by depth: a province's 2, ... a village's 12. */
const DIGITS = [0, 2, 4, 6, 9, 12] as const;

export function isDivisionCode(code: string): boolean {
  return CODE.test(code);
}

/**
 * How deep a code lies: 1 for a province to 5 for a village. 东莞 441900 and 中山 442000 have no counties: their code has
 * county digits 00 and is a prefecture, and their townships stand right under it. Throws when it is not a code.
 */
export function depthOf(code: string): 1 | 2 | 3 | 4 | 5 {
  if (!isDivisionCode(code)) throw new Error('not a division code of 12 digits');
  if (!code.endsWith('000')) return 5;
  if (code.slice(6, 9) !== '000') return 4;
  if (code.slice(4, 6) !== '00') return 3;
  return code.slice(2, 4) === '00' ? 1 : 2;
}

export function levelOf(code: string): DivisionLevel {
  return divisionLevels[(depthOf(code) - 1) as 0 | 1 | 2 | 3 | 4];
}

/** The digits that say something: '4511' for Hezhou, all 12 for a village. What lies inside starts with them. */
export function divisionPrefix(code: string): string {
  return code.slice(0, DIGITS[depthOf(code)]);
}

/** The first six digits, whatever the level: '451100' for the prefecture of Hezhou itself. */
export function countyCode(code: string): string {
  if (!isDivisionCode(code)) throw new Error('not a division code of 12 digits');
  return code.slice(0, 6);
}

/** Whether a division lies in (or is) what a prefix names; '' names everything. */
export function contains(prefix: string, code: string): boolean {
  return code.startsWith(prefix);
}

/** The division right above by the digits; undefined for a province. A placeholder county is skipped. */
export function parentOf(code: string): string | undefined {
  for (let depth = depthOf(code) - 1; depth >= 1; depth -= 1) {
    const parent = code.slice(0, DIGITS[depth]).padEnd(12, '0');
    if (parent !== code) return parent;
  }
  return undefined;
}

/** From the province down to the division itself. */
export function ancestry(code: string): string[] {
  const parent = parentOf(code);
  return parent === undefined ? [code] : [...ancestry(parent), code];
}

/** A full code from what a person typed of it ('4511', '451121') or undefined: 2, 4, 6, 9 or 12 digits. */
export function completeCode(digits: string): string | undefined {
  if (!/^([1-9]\d|[1-9]\d{3}|[1-9]\d{5}|[1-9]\d{8}|[1-9]\d{11})$/.test(digits)) return undefined;
  return digits.padEnd(12, '0');
}

/** Whether a code is in force on a calendar day: from its first day on, before the day it ended. */
export function isInForce(
  division: { validFrom: string | null; validTo: string | null },
  day: string,
): boolean {
  const begun = division.validFrom === null || division.validFrom <= day;
  return begun && (division.validTo === null || day < division.validTo);
}

/**
 * A division as people tell it from its namesakes, smallest first: 「太平村委会，黄姚镇，昭平县」. Village names repeat (24 of
 * them in Hezhou alone), so a village is never shown without its township and county.
 * `path` runs from the province down to the division; provinces and prefectures stand alone.
 */
export function disambiguated(path: readonly { code: string; name: string }[]): string[] {
  const last = path.at(-1);
  if (last === undefined) return [];
  const depth = depthOf(last.code);
  if (depth < 3) return [last.name];
  // Under a placeholder there is no county: the prefecture stands in for it.
  const hasCounty = path.some((step) => levelOf(step.code) === 'county');
  const floor = hasCounty ? 3 : 2;
  return path
    .filter((step) => depthOf(step.code) >= floor)
    .reverse()
    .map((step) => step.name);
}
