import { describe, expect, it } from 'vitest';
import { dispatchSchema } from './shipment-form';

const shipmentId = '0190a000-0000-7000-8000-000000000001';

describe('dispatchSchema', () => {
  it.each([
    [{ carrier: '顺丰', waybillNumber: 'SF123' }, {}],
    [
      { vehiclePlate: '桂j 12345', driverPhone: '138 0013 8000' },
      { vehiclePlate: '桂J12345', driverPhone: '13800138000' },
    ],
  ])('reads %j', (form, read) => {
    expect(dispatchSchema.parse({ shipmentId, ...form })).toMatchObject({ ...form, ...read });
  });

  it.each([
    [{}, 'carrier', 'shipment.carrier_or_plate'],
    [{ carrier: ' ' }, 'carrier', 'shipment.carrier_or_plate'],
    [{ vehiclePlate: 'lorry' }, 'vehiclePlate', 'plate.form'],
    [{ carrier: 'x', driverPhone: '110' }, 'driverPhone', 'phone.form'],
  ])('refuses %j', (form, field, code) => {
    const result = dispatchSchema.safeParse({ shipmentId, ...form });
    expect(result.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      [field, code],
    ]);
  });
});
