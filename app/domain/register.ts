import { z } from 'zod';
import { addMonths, ageOn, type CalendarDay } from './calendar';
import {
  addError,
  choiceField,
  divisionField,
  optionalDayField,
  optionalField,
  optionalTextField,
  textField,
} from './form-schema';
import type { Identity } from './identity';
import { parseIdNumber } from './id-number';
import type { ProgrammeGroup } from './organisation';
import type { ParameterCode } from './parameter';
import { parseMobile } from './phone';
import { domainError, ok, refuse, type Result } from './result';

export const memberRelationships = [
  'head',
  'spouse',
  'child',
  'grandchild',
  'parent',
  'sibling',
  'other',
] as const;
export type MemberRelationship = (typeof memberRelationships)[number];

export const personCategories = [
  'left_behind_child',
  'orphan',
  'unattended_child',
  'left_behind_elderly',
  'left_behind_woman',
  'disabled',
  'dibao',
  'tekun',
] as const;
export type PersonCategory = (typeof personCategories)[number];

export const endReasons = ['moved_away', 'died', 'entered_twice', 'other'] as const;
export type EndReason = (typeof endReasons)[number];

interface CategoryRule {
  group: ProgrammeGroup | null;
  /** Ends on the birthday of this age. */
  below?: ParameterCode;
  from?: ParameterCode;
}

/** Ages are parameters; their rows name the source (left-behind children: 国发〔2016〕13号, under 16). */
export const categoryRules: Record<PersonCategory, CategoryRule> = {
  left_behind_child: { group: 'children', below: 'register.left_behind_child_below' },
  orphan: { group: 'children', below: 'register.child_below' },
  unattended_child: { group: 'children', below: 'register.child_below' },
  left_behind_elderly: { group: 'elderly', from: 'register.elderly_from' },
  left_behind_woman: { group: 'women' },
  disabled: { group: null },
  dibao: { group: null },
  tekun: { group: null },
};

/** From which day to which (the first it no longer holds) a category holds; `yearsOf` reads a parameter. */
export function categoryTerm(
  category: PersonCategory,
  bornOn: CalendarDay | undefined,
  today: CalendarDay,
  yearsOf: (code: ParameterCode) => number,
): Result<{ validFrom: CalendarDay; validTo: CalendarDay | null }> {
  const { below, from } = categoryRules[category];
  const limit = below ?? from;
  if (!limit) return ok({ validFrom: today, validTo: null });
  if (!bornOn) return refuse('register.birth_day_missing', undefined, 'bornOn');
  const years = yearsOf(limit);
  const age = ageOn(bornOn, today);
  if (from && age < years) return refuse('register.too_young', { years }, 'category');
  if (below && age >= years) return refuse('register.too_old', { years }, 'category');
  return ok({ validFrom: today, validTo: below ? addMonths(bornOn, 12 * years) : null });
}

function personFields(today: CalendarDay) {
  return {
    name: textField(60),
    idNumber: optionalField((text) => parseIdNumber(text, today)),
    bornOn: optionalDayField,
    phone: optionalField((text) => parseMobile(text)),
    address: optionalTextField(200),
    guardianName: optionalTextField(60),
    category: choiceField(personCategories).optional(),
  };
}

type TypedPerson = z.output<z.ZodObject<ReturnType<typeof personFields>>>;

function checkPerson(form: TypedPerson, ctx: z.core.$RefinementCtx, today: CalendarDay): void {
  const { idNumber, bornOn } = form;
  if (idNumber && bornOn && bornOn !== idNumber.birthDay)
    addError(ctx, domainError('register.birth_day_differs'), ['bornOn']);
  if (bornOn && bornOn > today) addError(ctx, domainError('id_number.birth_day'), ['bornOn']);
}

/** The fields of a household's forms that name divisions: where it lives, and where it is registered. */
export const householdDivisions = ['divisionCode', 'hukouDivisionCode'] as const;

const optionalDivision = z
  .union([z.literal(''), divisionField])
  .optional()
  .transform((code) => code || undefined);

/** A household with its head, as the form sends it; `today` is the day in Shanghai. */
export function householdSchema(today: CalendarDay) {
  return z
    .object({
      /** Where it lives. */
      divisionCode: divisionField,
      /** Where it is registered; where it lives, if nothing is said. */
      hukouDivisionCode: optionalDivision,
      ...personFields(today),
    })
    .superRefine((form, ctx) => checkPerson(form, ctx, today))
    .transform(({ divisionCode, ...form }) => ({ ...form, residenceDivisionCode: divisionCode }));
}
export type HouseholdForm = z.output<ReturnType<typeof householdSchema>>;

/** Where a household lives and where it is registered, corrected or after a move within the county. */
export const amendHouseholdSchema = z
  .object({ divisionCode: divisionField, hukouDivisionCode: optionalDivision })
  .transform(({ divisionCode, hukouDivisionCode }) => ({
    residenceDivisionCode: divisionCode,
    hukouDivisionCode: hukouDivisionCode ?? divisionCode,
  }));
export type AmendHouseholdForm = z.output<typeof amendHouseholdSchema>;

export function personSchema(today: CalendarDay) {
  return z
    .object({ relationship: choiceField(memberRelationships), ...personFields(today) })
    .superRefine((form, ctx) => checkPerson(form, ctx, today));
}
export type PersonForm = z.output<ReturnType<typeof personSchema>>;

/** An ID number left empty stays as it is: it is never shown in a form. */
export function amendPersonSchema(today: CalendarDay) {
  return z.object(personFields(today)).superRefine((form, ctx) => checkPerson(form, ctx, today));
}
export type AmendPersonForm = z.output<ReturnType<typeof amendPersonSchema>>;

/** Ends the entry of a person or of a whole household. */
export const endEntrySchema = z.object({ reason: choiceField(endReasons) });

/** What a form says of a person by name. */
export function identityOf(form: TypedPerson): Identity {
  const { name, idNumber, phone, address, guardianName } = form;
  return {
    name,
    ...(idNumber && { id_number: idNumber.number }),
    ...(phone && { phone }),
    ...(address && { address }),
    ...(guardianName && { guardian_name: guardianName }),
  };
}

export function birthDayOf(form: TypedPerson): CalendarDay | undefined {
  return form.idNumber?.birthDay ?? form.bornOn;
}
