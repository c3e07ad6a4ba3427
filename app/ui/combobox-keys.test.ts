import { expect, it } from 'vitest';
import { effectOfKey } from './combobox-keys';

const move = (active: number) => ({ kind: 'move', active });

it.each([
  ['ArrowDown', undefined, move(0)],
  ['ArrowDown', 0, move(1)],
  ['ArrowDown', 2, move(0)],
  ['ArrowUp', undefined, move(2)],
  ['ArrowUp', 2, move(1)],
  ['ArrowUp', 0, move(2)],
  ['Home', 2, move(0)],
  ['End', 0, move(2)],
  ['Enter', 1, { kind: 'take', at: 1 }],
  ['Escape', 1, { kind: 'close' }],
  ['Escape', undefined, { kind: 'close' }],
  // The form's own, or the text's.
  ['Enter', undefined, undefined],
  ['Home', undefined, undefined],
  ['End', undefined, undefined],
  ['ArrowLeft', 1, undefined],
  ['a', 1, undefined],
])('%s in an open list of three, at %s', (key, active, effect) => {
  expect(effectOfKey(key, { isOpen: true, active, count: 3 })).toEqual(effect);
});

it.each([
  ['ArrowDown', move(0)],
  ['ArrowUp', move(2)],
  ['Enter', undefined],
  ['Escape', undefined],
])('%s where the list is closed', (key, effect) => {
  expect(effectOfKey(key, { isOpen: false, active: 1, count: 3 })).toEqual(effect);
});

it.each(['ArrowDown', 'Enter', 'Escape'])('%s where nothing is suggested', (key) => {
  expect(effectOfKey(key, { isOpen: true, active: undefined, count: 0 })).toBeUndefined();
});
