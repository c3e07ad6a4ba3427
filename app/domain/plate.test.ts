import { describe, expect, it } from 'vitest';
import { parsePlate } from './plate';

describe('parsePlate', () => {
  it.each([
    ['桂J12345', '桂J12345'],
    ['桂j·12345', '桂J12345'],
    ['粤 B 8K6D2', '粤B8K6D2'],
    ['粤BD12345', '粤BD12345'],
    ['桂J1234挂', '桂J1234挂'],
    ['粤Ｂ１２３４５', '粤B12345'],
  ])('reads %s', (text, plate) => {
    expect(parsePlate(text)).toEqual({ ok: true, value: plate });
  });

  it.each([
    ['', 'form.required'],
    ['J12345', 'plate.form'],
    ['桂112345', 'plate.form'],
    ['桂J1234', 'plate.form'],
    ['桂J1234567', 'plate.form'],
    ['白色货车', 'plate.form'],
  ])('refuses %j: %s', (text, code) => {
    expect(parsePlate(text, 'plate')).toMatchObject({ ok: false, error: { code, field: 'plate' } });
  });
});
