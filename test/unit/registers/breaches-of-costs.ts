import type { Breach } from './breaches-of-control.ts';
import { made, put } from './put-entry.ts';

export const moving = { title: 'Moving out', type: 'cost', kind: 'one-off' };
export const approvedMove = { ...moving, case: 'full', approved: { kind: 'amount', pounds: 1_000_000 } };

/** What breaks the rules of costs and benefits. */
export const ofCosts: readonly Breach[] = [
  [
    'COB-01',
    'a benefit that is paid from something',
    put('cost-or-benefit', { ...moving, type: 'benefit', funding: [{ source: 'grant' }] }),
    '/funding must be left out of a benefit: it says what a cost is paid from',
  ],
  [
    'COB-01',
    'a cost that is a capital receipt',
    put('cost-or-benefit', { ...moving, kind: 'capital-receipt' }),
    '/kind must not be "capital-receipt" for a cost: what a cost is paid from is said by its funding, "capital-receipts-flexibility"',
  ],
  [
    'COB-02',
    'a span without its first year',
    put('cost-or-benefit', { ...moving, toYear: '2016/17' }),
    '/year must say the first year of the span',
  ],
  [
    'COB-02',
    'a span that ends before it begins',
    put('cost-or-benefit', { ...moving, year: '2016/17', toYear: '2015/16' }),
    '/toYear must not be before 2016/17',
  ],
  [
    'COB-03',
    'a one-off over years',
    put('cost-or-benefit', { ...moving, overYears: 3 }),
    '/overYears must be left out: only a figure over several years has it',
  ],
  [
    'COB-03',
    'a span of fewer years than are said',
    put('cost-or-benefit', { ...moving, kind: 'over-years', overYears: 3, year: '2014/15', toYear: '2015/16' }),
    '/toYear must be 2016/17: 3 years from 2014/15',
  ],
  [
    'COB-04',
    'an approved figure that nobody approved',
    put('cost-or-benefit', { ...moving, approved: { kind: 'amount', pounds: 1 } }),
    '/approved/source must say which paper approved it, where no case is named',
  ],
  [
    'COB-05',
    'another approved figure without a change request',
    put(
      'cost-or-benefit',
      { ...approvedMove, approved: { kind: 'amount', pounds: 2_000_000 } },
      { before: made('cost-or-benefit', approvedMove) },
    ),
    '/changeRequest must name the agreed change request by which the approved figure moves from £1 million to £2 million',
  ],
  [
    'COB-05',
    'back to no case',
    put(
      'cost-or-benefit',
      { ...moving, approved: { kind: 'amount', pounds: 1_000_000, source: 'The paper' } },
      { before: made('cost-or-benefit', approvedMove) },
    ),
    '/case must stay the case that it names, or be one that it never named: the figure moves by a change request',
  ],
];
