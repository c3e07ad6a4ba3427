import { isDay, type CalendarDay } from './calendar';
import { plainText } from './number-text';
import { ok, refuse, type Result } from './result';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];

export interface IdNumber {
  number: string;
  /** Six digits: the division where it was first issued, not where the person lives. */
  areaCode: string;
  birthDay: CalendarDay;
  sex: Sex;
}

/**
 * Citizen identity number, 18 characters. Source: GB 11643-1999. The errors carry no facts: an
 * identity number, or a part of it, must reach no message and no log.
 */
export function parseIdNumber(text: string, today: CalendarDay, field?: string): Result<IdNumber> {
  const number = plainText(text).replace(/[ -]/g, '').toUpperCase();
  if (number === '') return refuse('form.required', undefined, field);
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('id_number.form', undefined, field);
  const birthDay = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthDay) || birthDay > today) return refuse('id_number.birth_day', undefined, field);
  if (number[17] !== idCheckCharacter(number.slice(0, 17))) {
    return refuse('id_number.check', undefined, field);
  }
  const sex: Sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return ok({ number, areaCode: number.slice(0, 6), birthDay, sex });
}

/** The check character of the first 17 digits (ISO 7064, MOD 11-2). */
export function idCheckCharacter(body: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return checkCharacters.charAt(sum % 11);
}
