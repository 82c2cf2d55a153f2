import type { Figure, Total } from '#schemas/figures.ts';
import { care, library, property, shareOf, total } from './report-samples.ts';

/* The savings of the rich report: amounts are chosen so that totals can be checked by hand. */

const amount = (pounds: number, more: Omit<Partial<Figure>, 'kind'> = {}): Figure =>
  ({ kind: 'amount', pounds, source: 'Medium-Term Financial Plan 2014-17', asAt: '2014-02-13', ...more }) as Figure;

const nothing = total(0, 0);

const year = (name: string, required: Figure | null, unidentified: Figure | null, identified: Total) => ({
  year: name,
  lines: identified.count === 0 ? 0 : 3,
  plan: identified,
  forecast: identified.count === 0 ? nothing : total(1_900_000, 3),
  outturn: identified.count === 0 ? nothing : total(400_000, 1, 2),
  claimedPounds: identified.count === 0 ? 0 : 450_000,
  validatedPounds: identified.count === 0 ? 0 : 400_000,
  states: {
    delivered: identified.count === 0 ? 0 : 400_000,
    onTrack: identified.count === 0 ? 0 : 900_000,
    atRisk: identified.count === 0 ? 0 : 500_000,
    unachievable: identified.count === 0 ? 0 : 200_000,
    notAssessed: identified.count === 0 ? nothing : total(100_000, 1),
  },
  byClass: identified.count === 0 ? [] : [{ class: 'cash-releasing', plan: identified }],
  byMechanism:
    identified.count === 0
      ? []
      : [
          { mechanism: 'transformation', plan: total(1_500_000, 2) },
          { mechanism: 'efficiency', plan: total(600_000, 1, 1) },
        ],
  included: identified,
  excluded: nothing,
  alreadyInMtfp: identified.count === 0 ? nothing : total(300_000, 1),
  netNew: identified.count === 0 ? nothing : total(1_800_000, 2, 1),
  identified,
  fullYearEffect: nothing,
  runRate: identified,
  oneOffFallOut: nothing,
  required,
  statedIdentified: null,
  statedUnidentified: unidentified,
  derivedIdentifiedPounds:
    required?.kind === 'amount' && unidentified?.kind === 'amount' ? required.pounds - unidentified.pounds : null,
  gap:
    identified.count === 0 || required?.kind !== 'amount'
      ? null
      : {
          ...identified,
          low: identified.high === null ? null : required.pounds - identified.high,
          high: required.pounds - identified.low,
        },
  transformationShare: identified.count === 0 ? shareOf(0, 0) : shareOf(1_500_000, 2_100_000),
});

/** Of two reviews of ten: a conflict between two papers, and a figure a year that does not follow from the whole. */
export const richSavings = {
  years: [
    year('2014/15', amount(91_000_000), null, nothing),
    year(
      '2015/16',
      amount(88_000_000),
      amount(43_000_000, {
        conflicts: [
          {
            value: { kind: 'amount', pounds: 45_000_000 },
            source: 'Budget paper of the same meeting',
            asAt: '2014-05-15',
          },
        ],
      }),
      total(2_100_000, 3, 1),
    ),
    year('2016/17', amount(62_000_000), amount(45_000_000), total(3_000_000, 2, 1, 4_500_000)),
  ],
  stated: [
    {
      id: 'expected-over-ten-years',
      title: 'Expected revenue savings of Phase 1',
      measure: 'savings-expected',
      year: null,
      periodYears: 10,
      figure: { kind: 'range', low: 150_000_000, high: 250_000_000, source: 'Outturn report, paragraph 5.2' },
      follows: null,
      words: 'Indicative.',
    },
    {
      id: 'expected-a-year',
      title: 'Expected average a year',
      measure: 'savings-expected-a-year',
      year: null,
      periodYears: null,
      figure: { kind: 'range', low: 20_000_000, high: 30_000_000, source: 'Outturn report, paragraph 5.2' },
      follows: {
        from: 'expected-over-ten-years',
        low: 15_000_000,
        high: 25_000_000,
        agrees: false,
        sentence:
          '£150 million to £250 million over 10 years is £15 million to £25 million a year, not £20 million to £30 million.',
      },
      words: null,
    },
    {
      id: 'required-2017',
      title: 'Savings required in 2017/18',
      measure: 'savings-required',
      year: '2017/18',
      periodYears: null,
      figure: { kind: 'to-be-confirmed', reason: 'of similar magnitude to 2016/17' },
      follows: null,
      words: null,
    },
  ],
  coverage: {
    reviews: shareOf(2, 10),
    lines: 5,
    notStated: [library, care],
    sentence: 'Savings are stated for 2 of 10 reviews; 8 state none.',
  },
  moved: [
    {
      ...property,
      saving: 'Rent',
      milestone: 'Company trades',
      from: '2015-04-01',
      to: '2015-09-01',
      year: '2015/16',
      pounds: 250_000,
    },
  ],
};
