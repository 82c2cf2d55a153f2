import { registers } from '#registers/all.ts';

/** One record of each kind that fits its schema and breaks no rule, as a team would send it. */
export const programme = {
  name: 'Services for Tomorrow',
  council: 'Testshire Council',
  directorates: [{ id: 'places', name: 'Places' }],
  portfolios: [{ id: 'customer', name: 'Customer' }],
  reporting: { firstMonth: '2026-01' },
};

export const review = {
  title: 'Property',
  services: ['Property'],
  directorate: 'places',
  portfolio: 'customer',
  tier: '1',
  lifecycle: 'active',
  sros: [{ subject: 'sam-sro', name: 'Sam Sro' }],
  grossExpenditure: { kind: 'amount', pounds: 12_000_000 },
  netExpenditure: { kind: 'not-stated' },
};

export const risk = {
  title: 'Savings are late',
  cause: 'The lease runs on',
  event: 'The building is not given up in time',
  consequence: 'The saving slips a year',
  category: 'Financial',
  owner: 'Head of Property',
  inherent: { likelihood: 4, impact: 4 },
  current: { likelihood: 3, impact: 4 },
  target: { likelihood: 2, impact: 3 },
  treatment: 'treat',
  controls: [{ what: 'Monthly look at the lease', owner: 'Estates' }],
  actions: [{ id: 'notice', what: 'Give notice', owner: 'Estates', dueOn: '2026-12-01' }],
  lastReviewedOn: '2026-01-02',
};

export const saving = {
  title: 'Fewer buildings',
  class: 'cash-releasing',
  mechanism: 'transformation',
  recurrence: 'recurring',
  firmness: 'business-case',
  years: [{ year: '2026/27', plan: 400_000, forecast: 350_000, states: { onTrack: 300_000 }, alreadyInMtfp: 100_000 }],
};

/** Of a register that is not here: the example of its own declaration. */
export const records: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(registers.map((register) => [register.kind, register.example])),
  'market-engagement': {
    title: 'Supplier day',
    kind: 'supplier-session',
    on: { kind: 'date', date: '2026-01-08' },
    organisations: [{ id: 'acme', name: 'Acme Estates', kind: 'national', responses: 2, invitedIn: true }],
  },
  option: { label: 'Do nothing', deliveryModel: 'do-nothing', disposition: 'short-listed' },
  'delivery-model': { model: 'do-nothing', fromOptions: ['first-option'] },
  'business-case': { title: 'Outline case', type: 'outline', caseVersion: '1.0', on: '2026-01-15' },
  saving,
  risk,
  milestone: { title: 'Leave the old hall', type: 'delivery', baseline: '2026-06-30' },
  issue: { title: 'Survey missing', severity: 'medium', raisedOn: '2026-01-05' },
  decision: { title: 'Adopt the model', body: 'Cabinet', kind: 'key-decision' },
  return: { nothingChanged: true },
  // A code is of one line a year, and tests record many.
  'budget-line': { title: 'Property running costs', year: '2025/26', budget: 4_200_000, variance: 310_000 },
  // Its codes are those of budget lines that not every programme of the tests has.
  'ledger-period': { lines: [], total: 0, note: 'Nothing is posted yet' },
  'stated-position': {
    title: 'Savings required in 2026/27',
    measure: 'savings-required',
    year: '2026/27',
    figure: { kind: 'amount', pounds: 5_000_000, source: 'Budget book' },
  },
};
