import { describe, expect, it } from 'vitest';
import { organisationSchema, placeSchema, typedCapacity } from './organisation-form';

const organisation = { kind: 'foundation', name: '某基金会', divisionCode: '440300000000' };
const place = {
  organisationId: '01900000-0000-7000-8000-000000000001',
  kind: 'depot',
  name: '储备库',
  divisionCode: '451102000000',
};

function complaints(result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) {
  return result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
}

describe('an organisation as typed', () => {
  it.each([
    [{ creditCode: '53459900MJ0000001M' }, []],
    [{ creditCode: ' 53459900mj0000001m ' }, []],
    [{ creditCode: '91310115MA1G4L1WXK' }, ['creditCode: uscc.check']],
    [{}, ['creditCode: form.required']],
    [{ kind: 'centre' }, []],
    [{ kind: 'castle', creditCode: '53459900MJ0000001M' }, ['kind: form.unknown_choice']],
    [{ kind: 'centre', divisionCode: '4511' }, ['divisionCode: form.unknown_choice']],
  ])('%o: %o', (changes, expected) => {
    expect(complaints(organisationSchema.safeParse({ ...organisation, ...changes }))).toEqual(
      expected,
    );
  });
});

describe('a place as typed', () => {
  it.each([
    [{}, []],
    [{ latitude: '24.41', longitude: '111.5', datum: 'GCJ02' }, []],
    [{ latitude: '24.41', longitude: '111.5' }, ['datum: form.required']],
    [{ latitude: '24.41', datum: 'WGS84' }, ['longitude: form.required']],
    [{ latitude: '北纬24', longitude: '111.5', datum: 'WGS84' }, ['latitude: form.not_a_number']],
    [{ latitude: '111.5', longitude: '24.41', datum: 'WGS84' }, ['latitude: coordinates.swapped']],
    [{ latitude: '39.9', longitude: '116.4', datum: 'WGS84' }, ['latitude: coordinates.outside']],
    [
      { latitude: '1111.5', longitude: '24.41', datum: 'WGS84' },
      ['latitude: coordinates.too_many_degrees'],
    ],
    [{ coordinateText: '24.41, 111.5' }, ['datum: form.required']],
    [{ coordinateText: '111.5 24.41', datum: 'BD09' }, []],
    [{ coordinateText: '24.41', datum: 'BD09' }, ['coordinateText: coordinates.one_number']],
    [{ coordinateText: '39.9,116.4', datum: 'BD09' }, ['coordinateText: coordinates.outside']],
    [{ capacity: '40.5' }, []],
    [{ capacity: '很大' }, ['capacity: form.not_a_number']],
    [{ capacity: '0' }, ['capacity: place.capacity_range']],
    [{ capacity: '-3' }, ['capacity: place.capacity_range']],
    [{ capacity: '0.0005' }, ['capacity: place.capacity_range']],
    [{ capacity: '100000.001' }, ['capacity: place.capacity_range']],
  ])('%o: %o', (changes, expected) => {
    expect(complaints(placeSchema.safeParse({ ...place, ...changes }))).toEqual(expected);
  });

  it('takes what was pasted before what stood there, and its link’s word for the datum', () => {
    const stood = { latitude: '24.1', longitude: '111', datum: 'WGS84', precision: 'county' };
    const coordinateText = 'https://uri.amap.com/marker?position=111.55,24.41';
    expect(placeSchema.parse({ ...place, ...stood, coordinateText }).coordinates).toEqual({
      latitude: 24.41,
      longitude: 111.55,
      datum: 'GCJ02',
      precision: 'pinned',
    });
  });

  it('keeps the room typed in cubic metres as litres, and shows it as it was typed', () => {
    expect(placeSchema.parse({ ...place, capacity: '40.5' }).capacityL).toBe(40_500);
    expect(placeSchema.parse(place).capacityL).toBeUndefined();
    expect([typedCapacity(40_500), typedCapacity(null)]).toEqual(['40.5', '']);
  });

  it('is pinned where nothing else is said, and has none where nothing is typed', () => {
    const typed = { ...place, latitude: '24.1', longitude: '111', datum: 'WGS84' };
    expect(placeSchema.parse(typed).coordinates).toMatchObject({ precision: 'pinned' });
    expect(placeSchema.parse(place).coordinates).toBeUndefined();
  });
});
