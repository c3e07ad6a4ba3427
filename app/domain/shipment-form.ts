import { z } from 'zod';
import { idField, optionalField, optionalTextField } from './form-schema';
import { parseMobile } from './phone';
import { parsePlate } from './plate';

/** How a shipment travels: a carrier with its waybill, or a vehicle with its plate. */
export const dispatchSchema = z
  .object({
    shipmentId: idField,
    carrier: optionalTextField(100),
    waybillNumber: optionalTextField(60),
    vehiclePlate: optionalField((text) => parsePlate(text)),
    driverName: optionalTextField(60),
    driverPhone: optionalField((text) => parseMobile(text)),
  })
  .refine((form) => form.carrier !== undefined || form.vehiclePlate !== undefined, {
    path: ['carrier'],
    message: 'shipment.carrier_or_plate',
  });
export type DispatchForm = z.output<typeof dispatchSchema>;
