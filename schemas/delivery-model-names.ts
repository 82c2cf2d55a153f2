import * as z from 'zod';

/** How a service could be provided; the field's standard list. */
export const DeliveryModelName = z
  .enum([
    'do-nothing',
    'in-house-improve',
    'in-house-commercial',
    'shared-service',
    'local-authority-trading-company',
    'joint-venture',
    'alternative-business-structure',
    'trust',
    'social-enterprise',
    'mutual',
    'outsource',
    'commission-from-another-authority',
    'asset-transfer',
    'reduce',
    'cease',
  ])
  .meta({ id: 'DeliveryModelName' });
export type DeliveryModelName = z.infer<typeof DeliveryModelName>;

const deliveryModelWords: Readonly<Record<DeliveryModelName, string>> = {
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
};
export const deliveryModelInWords = (model: DeliveryModelName): string => deliveryModelWords[model];
