import { z } from 'zod';
import { parseCoordinates, type PastedPoint } from './coordinate-text';
import { isAround, looksSwapped, type Point } from './coordinates';
import type { DomainError } from './error';
import {
  addError,
  choiceField,
  divisionField,
  idField,
  optionalField,
  optionalTextField,
  textField,
} from './form-schema';
import { readDecimal, wholeMultiple } from './number-text';
import {
  datums,
  organisationKinds,
  placeKinds,
  precisions,
  programmeGroups,
  restoreReasons,
  type OrganisationKind,
} from './organisation';
import { domainError, ok, refuse, type Result } from './result';
import { parseUscc } from './uscc';

/** Kinds that exist without a credit code: village activity centres are no legal persons of their own. */
export function mayLackCreditCode(kind: OrganisationKind): boolean {
  return kind === 'centre';
}

const described = {
  name: textField(100),
  divisionCode: divisionField,
  address: optionalTextField(200),
};

const organisationFields = {
  ...described,
  creditCode: optionalField((text) => parseUscc(text)),
  contactName: optionalTextField(60),
  /** A landline or a mobile: organisations have both. */
  contactPhone: optionalTextField(30),
};

export const organisationSchema = z
  .object({ kind: choiceField(organisationKinds), ...organisationFields })
  .superRefine((form, ctx) => {
    if (!form.creditCode && !mayLackCreditCode(form.kind)) {
      addError(ctx, { code: 'form.required' }, ['creditCode']);
    }
  });
export type OrganisationForm = z.output<typeof organisationSchema>;

export const organisationAmendmentSchema = z.object({
  organisationId: idField,
  ...organisationFields,
});
export type OrganisationAmendment = z.output<typeof organisationAmendmentSchema>;

export interface Coordinates {
  latitude: number;
  longitude: number;
  datum: (typeof datums)[number];
  precision: (typeof precisions)[number];
}

const placeFields = {
  ...described,
  /** Typed in cubic metres, kept in litres. */
  capacity: optionalField((text) => parseCapacity(text)),
  /** Pasted from a map; goes before what stands in the fields below. */
  coordinateText: optionalField((text) => parseCoordinates(text)),
  latitude: optionalField((text) => parseDegrees(text)),
  longitude: optionalField((text) => parseDegrees(text)),
  datum: choiceField(datums).optional(),
  precision: choiceField(precisions).optional(),
};

type PlaceFields = { [K in keyof Coordinates]?: Coordinates[K] | undefined } & {
  coordinateText?: PastedPoint | undefined;
};

/** All four or none: a coordinate without its datum lies 600 m off. */
function coordinatesOf(form: PlaceFields, ctx: z.RefinementCtx): Coordinates | undefined {
  const pasted = form.coordinateText;
  const { latitude, longitude } = pasted ?? form;
  const datum = pasted?.datum ?? form.datum;
  if (latitude === undefined && longitude === undefined) return undefined;
  if (latitude !== undefined && longitude !== undefined && datum) {
    const misplaced = misplacement({ latitude, longitude });
    if (misplaced) {
      addError(ctx, misplaced, [pasted ? 'coordinateText' : 'latitude']);
      return z.NEVER;
    }
    const precision = pasted ? 'pinned' : (form.precision ?? 'pinned');
    return { latitude, longitude, datum, precision };
  }
  const missing =
    latitude === undefined ? 'latitude' : longitude === undefined ? 'longitude' : 'datum';
  addError(ctx, { code: 'form.required' }, [missing]);
  return z.NEVER;
}

/** Numbers as they stand in the fields: a fact that is a number would be grouped in thousands. */
function misplacement(point: Point): DomainError | undefined {
  if (isAround(point)) return undefined;
  if (!looksSwapped(point)) return domainError('coordinates.outside');
  return domainError('coordinates.swapped', {
    latitude: String(point.longitude),
    longitude: String(point.latitude),
  });
}

export const placeSchema = z
  .object({ organisationId: idField, kind: choiceField(placeKinds), ...placeFields })
  .transform((form, ctx) => ({
    organisationId: form.organisationId,
    kind: form.kind,
    name: form.name,
    divisionCode: form.divisionCode,
    address: form.address,
    capacityL: form.capacity,
    coordinates: coordinatesOf(form, ctx),
  }));
export type PlaceForm = z.output<typeof placeSchema>;

export const placeAmendmentSchema = z
  .object({ placeId: idField, ...placeFields })
  .transform((form, ctx) => ({
    placeId: form.placeId,
    name: form.name,
    divisionCode: form.divisionCode,
    address: form.address,
    capacityL: form.capacity,
    coordinates: coordinatesOf(form, ctx),
  }));
export type PlaceAmendment = z.output<typeof placeAmendmentSchema>;

export const programmeSchema = z.object({
  placeId: idField,
  group: choiceField(programmeGroups),
  name: textField(60),
});
export type ProgrammeForm = z.output<typeof programmeSchema>;

/** Closing names the programme; its version comes with the form. */
export const programmeClosureSchema = z.object({ programmeId: idField });

export const restoreSchema = z.object({ reason: choiceField(restoreReasons) });

/** Of a place, on the page of its organisation. */
export const placeRestoreSchema = restoreSchema.extend({ placeId: idField });

const MOST_CUBIC_METRES = 100_000;

/** Litres of room, typed in cubic metres with three decimals at most. */
function parseCapacity(text: string): Result<number> {
  const read = readDecimal(text);
  if (!read) return refuse('form.not_a_number');
  const litres = Number(wholeMultiple(read, 1000) ?? -1);
  return litres > 0 && litres <= MOST_CUBIC_METRES * 1000
    ? ok(litres)
    : refuse('place.capacity_range', { most: MOST_CUBIC_METRES });
}

/** What a form shows of a place's room. */
export function typedCapacity(capacityL: number | null): string {
  return capacityL === null ? '' : String(capacityL / 1000);
}

/** Decimal degrees, north and east positive; whether they fit the axis is judged with both at hand. */
function parseDegrees(text: string): Result<number> {
  const read = readDecimal(text);
  if (!read) return refuse('form.not_a_number');
  const value = Number(read.digits) / 10 ** read.scale;
  return Math.abs(value) <= 180 ? ok(value) : refuse('coordinates.too_many_degrees');
}
