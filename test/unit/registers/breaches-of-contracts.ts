import type { Breach } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const facilities = { title: 'Facilities management' };

/** What breaks the rules of contracts. */
export const ofContracts: readonly Breach[] = [
  [
    'CTR-01',
    'a contract that ends before it begins',
    put('contract', {
      ...facilities,
      start: { kind: 'date', date: '2014-04-01' },
      end: { kind: 'month', month: '2014-03' },
    }),
    '/end must not be before 1 April 2014, when it begins',
  ],
  [
    'CTR-02',
    'notice that is needed after the break',
    put('contract', {
      ...facilities,
      choices: [{ kind: 'break', on: { kind: 'date', date: '2015-04-01' }, noticeBy: '2015-04-02' }],
    }),
    '/choices/0/noticeBy must not be after 1 April 2015',
  ],
  [
    'CTR-02',
    'notice that is needed after the end',
    put('contract', { ...facilities, end: { kind: 'month', month: '2014-03' }, endNoticeBy: '2014-04-01' }),
    '/endNoticeBy must not be after 31 March 2014',
  ],
  [
    'CTR-03',
    'a score above the scale',
    put('contract', { ...facilities, maturity: [{ activity: 'risk', score: 5 }] }),
    '/maturity/0/score must be at most 4',
  ],
];
