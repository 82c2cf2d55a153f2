import { line } from '../domain/perfect-review.ts';
import type { Breach } from './breaches-of-control.ts';
import { put, stated } from './put-entry.ts';

const ofOneMtfp = {
  settings: { mtfps: [{ id: 'first', name: 'MTFP', from: '2013/14', to: '2015/16' }], mtfpInUse: 'first' },
};
const withShares = (...mtfpShares: object[]) => ({
  ...line,
  years: [{ year: '2013/14', plan: 100_000, alreadyInMtfp: 1, mtfpShares }],
});

/** What breaks the rules of versions of the MTFP. */
export const ofMtfps: readonly Breach[] = [
  [
    'SAV-22',
    'a share of a version of the MTFP that is not listed',
    put('saving', withShares({ mtfp: 'next', figure: 1 }), ofOneMtfp),
    "/years/0/mtfpShares/0/mtfp must be a version of the MTFP in the programme's settings",
  ],
  [
    'SAV-22',
    'two shares of the first version, one of which names none',
    put('saving', withShares({ mtfp: 'first', figure: 1 }), ofOneMtfp),
    '/years/0/mtfpShares/0/mtfp must not be a second share of first',
  ],
  [
    'STP-03',
    'a stated figure of a version of the MTFP that is not listed',
    put('stated-position', { ...stated, mtfp: 'next' }, { review: null, ...ofOneMtfp }),
    "/mtfp must be a version of the MTFP in the programme's settings",
  ],
];
