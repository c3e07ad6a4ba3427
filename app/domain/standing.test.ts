import { expect, it } from 'vitest';
import {
  organisationEndRefusals,
  organisationMatters,
  placeEndRefusals,
  placeMatters,
  type OrganisationStanding,
  type PlaceStanding,
} from './standing';

const none = <M extends string>(matters: readonly M[]) =>
  Object.fromEntries(matters.map((matter) => [matter, 0])) as Record<M, number>;
const place: PlaceStanding = none(placeMatters);
const organisation: OrganisationStanding = none(organisationMatters);

it('nothing stands in the way where nothing is left', () => {
  expect(placeEndRefusals(place)).toEqual([]);
  expect(organisationEndRefusals(organisation)).toEqual([]);
});

it.each(placeMatters)('%s at a place are told with their number', (matter) => {
  expect(placeEndRefusals({ ...place, [matter]: 3 })).toEqual([
    { code: `place.open_${matter}`, facts: { count: 3 } },
  ]);
});

it.each(organisationMatters)('%s of an organisation are told with their number', (matter) => {
  expect(organisationEndRefusals({ ...organisation, [matter]: 2 })).toEqual([
    { code: `organisation.open_${matter}`, facts: { count: 2 } },
  ]);
});

it('tells everything at once', () => {
  expect(placeEndRefusals({ ...place, goods: 1, handouts: 2 })).toHaveLength(2);
});
