import type { DeliveryModelName } from '#schemas/delivery-model-names.ts';

/*
 * The paper labels its options in words of its own; the tracker counts them by the field's standard list. This is the
 * reading, label by label, taken from the label's plain words. Not plain, and so worth questioning:
 * - "Charitable Trust (Joint Venture) ..." is read by its first words, a trust; every other joint venture is a joint venture;
 * - "Move KSS to Commercial Services": Commercial Services is the council's own trading company;
 * - EduKent's three variants of running the service inside the council, and the budgeted in-house legal service,
 *   are read as an improved in-house service: they change how it is run and no label says "more commercial".
 */
const readings: readonly (readonly [DeliveryModelName, readonly string[]])[] = [
  [
    'do-nothing',
    [
      'Do nothing',
      'Do nothing (business as usual)',
      'Do nothing – Business as Usual.',
      'Continue as in-house provision',
      'Keep KSS as is model - with current on-going business development',
      'no change to the internal communications',
    ],
  ],
  [
    'in-house-improve',
    [
      'Keep the Property in-house but make efficiency savings and trade at cost',
      'to improve, optimise and include the technical elements in a JV partnership',
      'Conduct a series of improvement projects',
      'Budgeted in-house service',
      'In-house team – accelerate existing improvement programme',
      'Retain Service In-House but Transform Further',
      'Changed internal model',
      'Deliver EduKent and services on an SLA delivery basis.',
      'Deliver EduKent as a single entity, with services centralised under EduKent and not across Units/Directorates (incl. SPS, SFS and EiS)',
      'Stop EduKent window - services deliver directly to schools',
    ],
  ],
  ['in-house-commercial', ['more commercial internal model']],
  ['shared-service', ['Shared service and future ABS with another County/Unitary authority']],
  [
    'local-authority-trading-company',
    ['Local Authority Trading Company (LATCO)', 'Local Authority Trading Company', 'Move KSS to Commercial Services'],
  ],
  [
    'joint-venture',
    [
      'JV partnership',
      'a JV partnership',
      'Joint Venture Company',
      'Externalise and establish a Joint Venture Company with either (a) a private sector company or (b) a Teckal JV with another Local Authority Trading Company',
      'Partnership/JV with External Provider',
      'Partnership/JV with Public Sector Partner – Library Authority',
      'Partnership/JV with Public Sector Partner – Non-Library Authority',
      'Strategic Joint Venture to Deliver Services for Improved Educational Outcomes (not incl. SPS, SFS or EiS)',
    ],
  ],
  [
    'alternative-business-structure',
    [
      'Alternative Business Structure (ABS) vehicle with a commercial partner',
      'KCC stand-alone Alternative Business Structure (ABS)',
    ],
  ],
  ['trust', ['Kent Trust', 'Charitable Trust (Joint Venture) for Improved Educational Outcomes']],
  [
    'social-enterprise',
    [
      'Social Enterprise (not for profit status and possibly a mutual and a charity)',
      'Commission the service to a Social Enterprise',
    ],
  ],
  [
    'outsource',
    [
      'Outsource the property function',
      'Retain strategic client and commission outcomes via outsourcing or a JV',
      'Outsourcing',
      'Outsource Legal Services through tendered contracts',
      'Commissioned Model through Outsourced provision',
      'Discontinue KSS service provision entirely - buying in all services from elsewhere',
    ],
  ],
  [
    'reduce',
    [
      'Reduce cost of services by 50%',
      'Reduce service budget by 50%',
      'Withdraw from subsidised (non-profitable) provision',
      'Stop Service Delivery – deliver Only Statutory Services',
    ],
  ],
  ['cease', ['Cease service entirely', 'Discontinue the service entirely', 'Withdraw completely from provision']],
];

const modelOfLabel = new Map(readings.flatMap(([model, labels]) => labels.map((label) => [label, model] as const)));

/** The delivery model that a label of the paper is read as. A label with no reading is a fault of this example. */
export const readAs = (label: string): DeliveryModelName => {
  const model = modelOfLabel.get(label);
  if (model === undefined) throw new Error(`the label "${label}" is not read as any delivery model`);
  return model;
};
