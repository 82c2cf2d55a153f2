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
