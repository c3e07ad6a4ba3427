import { describe, expect, it } from 'vitest';
import { findItemIn, readItemSize, unpackedUnit, type CatalogueItem } from './catalogue';

const coat: CatalogueItem = {
  id: '01900000-0000-7000-8001-000000000010',
  code: 'padded_set_child',
  nameZh: '儿童棉衣套装',
  nameEn: "Children's padded set",
  category: 'clothing',
  smallestUnit: 'piece',
  sizeScheme: 'child_height',
  weightMg: 1_100_000,
  volumeUl: 9_000_000,
  perishable: false,
  isKit: false,
  retired: false,
  version: 1,
  units: [{ code: 'piece', nameZh: '套', nameEn: 'set', factor: 1 }],
  parts: [],
};

describe('readItemSize', () => {
  it.each([
    ['child_height', '120', { ok: true, value: '120' }],
    ['child_height', '', { ok: false, error: { code: 'size.missing' } }],
    ['child_height', '121', { ok: false, error: { code: 'size.off_scheme' } }],
    ['adult_garment', '173/82A', { ok: false, error: { code: 'size.off_scheme' } }],
    ['none', '', { ok: true, value: '' }],
    ['none', '120', { ok: false, error: { code: 'size.item_has_none' } }],
  ] as const)('%s "%s"', (scheme, text, expected) => {
    expect(readItemSize(scheme, text)).toEqual(expected);
  });
});

describe('findItemIn', () => {
  it('finds what may be chosen and nothing that is retired', () => {
    expect(findItemIn([coat])('padded_set_child')?.id).toBe(coat.id);
    expect(findItemIn([{ ...coat, retired: true }])('padded_set_child')).toBeUndefined();
    expect(findItemIn([coat])('rice')).toBeUndefined();
    expect(findItemIn([coat])('')).toBeUndefined();
  });

  it('knows items and units by what people call them', () => {
    const item = findItemIn([coat])(" children's PADDED set");
    expect(item?.id).toBe(coat.id);
    expect(item?.findUnit?.('套')?.code).toBe('piece');
    expect(item?.findUnit?.('吨')).toBeUndefined();
  });
});

describe('unpackedUnit', () => {
  const unit = (code: string, factor: number) => ({ code, factor, nameZh: code, nameEn: code });
  const rice = {
    code: 'rice',
    smallestUnit: 'g' as const,
    units: [unit('g', 1), unit('kg', 1000), unit('t', 1_000_000), unit('bag_25kg', 25_000)],
  };

  it.each([
    [50_000, 'kg'],
    [30_000_000, 't'],
    [30_500_000, 'kg'],
    [0, 'kg'],
  ])('%i g of rice in %s, whatever bags there are', (quantity, code) => {
    expect(unpackedUnit(quantity, rice).code).toBe(code);
  });

  it('leaves coats in pieces', () => {
    expect(unpackedUnit(40, coat).code).toBe('piece');
  });
});
