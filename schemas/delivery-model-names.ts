import type * as z from 'zod';
import { choice, labelOf } from './choices.ts';

/** How a service could be provided; the field's standard list. */
export const DeliveryModelName = choice({
  'do-nothing': 'Do nothing',
  'in-house-improve': 'In-house, improved',
  'in-house-commercial': 'In-house, more commercial',
  'shared-service': 'Shared service',
  'local-authority-trading-company': 'Local authority trading company',
  'joint-venture': 'Joint venture',
  'alternative-business-structure': 'Alternative business structure',
  trust: 'Trust',
  'social-enterprise': 'Social enterprise',
  mutual: 'Mutual',
  outsource: 'Outsource',
  'commission-from-another-authority': 'Commission from another authority',
  'asset-transfer': 'Asset transfer',
  reduce: 'Reduce',
  cease: 'Cease',
}).meta({ id: 'DeliveryModelName' });
export type DeliveryModelName = z.infer<typeof DeliveryModelName>;

export const deliveryModelInWords = (model: DeliveryModelName): string => labelOf(DeliveryModelName, model);
