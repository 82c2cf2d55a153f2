import type { Breach } from './breaches-of-control.ts';
import { put, stated } from './put-entry.ts';

const count = { title: 'Reviews', value: { kind: 'count', count: 12 }, source: 'Outturn' };

/** What breaks the rules of totals of stated figures. */
export const ofTotals: readonly Breach[] = [
  [
    'STP-04',
    'a stated figure that is a part of itself',
    put('stated-position', { ...stated, parts: ['other', 'one'] }, { review: null }),
    '/parts must name other stated positions',
  ],
  [
    'STM-01',
    'a stated measure that is a part of itself',
    put('stated-measure', { ...count, parts: ['one'] }, { review: null }),
    '/parts must name other stated measures',
  ],
];
