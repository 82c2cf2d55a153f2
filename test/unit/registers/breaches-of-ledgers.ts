import type { Breach } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const posted = { code: 'PRO-1', actual: 7 };
const ofLedger = {
  review: null,
  id: '2014-15-p01',
  budgetLines: { one: { title: 'Property costs', year: '2014/15', code: 'PRO-1' } },
};

/** What breaks the rules of the periods of a ledger. */
export const ofLedgers: readonly Breach[] = [
  [
    'LED-01',
    'a period of the ledger with a code twice',
    put('ledger-period', { lines: [posted, { ...posted, code: 'pro-1' }] }, ofLedger),
    '/lines/1/code must not be there twice: it is at /lines/0 already',
  ],
  [
    'LED-02',
    'a code of the ledger that a budget line had in another year',
    put('ledger-period', { lines: [posted] }, { ...ofLedger, id: '2012-13-p01' }),
    '/lines/0/code must be the code of a budget line of 2012/13 of the programme itself, and none has PRO-1',
  ],
  [
    'LED-03',
    'a control total that the actuals do not come to',
    put('ledger-period', { lines: [posted], total: 5 }, ofLedger),
    '/total must be what the actuals come to, which is £7',
  ],
  [
    'LED-04',
    'a period of the ledger that has not begun',
    put('ledger-period', { lines: [], total: 0 }, { ...ofLedger, id: '2014-15-p02' }),
    '/entryId must be a period that has begun; it begins on 1 May 2014',
  ],
  [
    'LED-05',
    'an empty list without a control total',
    put('ledger-period', { lines: [] }, ofLedger),
    '/total must be 0 where no line is sent, so that a file that came out empty takes nothing away',
  ],
];
