import { addMonths, dayOfNextMonth, type ReportMonth } from '#language/time.ts';
import type { ChangeStep } from '../step.ts';
import { type SroName, sros, team } from './personas.ts';
import { command, firstMonth } from './settings.ts';

/**
 * How each review made its returns, April to October, one letter a month: R = received with words, N = "reviewed,
 * nothing changed", L = confirmed late, U = submitted and not confirmed, M = missing, a dot = none expected.
 */
type Row = readonly [review: string, sro: SroName | null, months: string, words: readonly string[]];

// biome-ignore format: a table reads by its rows
const rows: readonly Row[] = [
  ['adult-home-care', 'adults', 'RRRRRRR', ['Teams are full in five of eight districts.', 'The tender for the zones is being read by counsel.', 'Visits by sensor have begun with forty families.', 'The tender for the zones is published.', 'Visits by sensor go on with ninety families.']],
  ['home-to-school-transport', 'children', 'RRLLLRR', ['Two thirds of the addresses are in the new system.', 'The purchasing system took its first bids.', 'Routes of the old plan run for one more half term.']],
  ['waste-and-recycling', 'place', 'RRRRRRR', ['The nine districts have seen the figures.', 'Three firms were asked about price bands.', 'The options are being judged again.', 'The case for a company is with the board.']],
  ['highways-maintenance', 'place', 'RRRRRRR', ['Lights are changed at 900 a week.', 'The gateway review of the procurement is done.', 'The agreement is in its third draft.', 'The agreement is in its third draft.', 'The agreement is with the board.', 'The works have begun, and the first 20,000 lights are changed.']],
  ['libraries-and-archives', 'customer', 'RRMRLRU', ['Workshops with members are held in six towns.', 'The figures of the trust were done again.']],
  ['property-and-facilities', 'resources', 'RRRNNRR', ['Desks were counted in all offices.', 'The strategy is awaited.', 'The review waits for the strategy, and saves less.', 'The forecasts are made again.', 'The strategy is adopted and the review goes on.']],
  ['revenues-and-benefits', 'resources', 'RRRRRR.', ['The district has named its lead.', 'The decision is taken and staff are told.', 'The data was moved in a weekend.', 'The first month of the shared service has ended.']],
  ['leisure-centres', null, 'UUMUMUU', ['The contract and its dates are gathered.', 'The survey of the pools is ordered.']],
  ['parking-and-enforcement', 'growth', 'RR.....', ['Two machines are left in a lease.', 'The last machine has gone.']],
  ['registration-and-ceremonies', 'customer', 'NNRMMRN', ['The SRO has rated the review for the first time.', 'The baseline of the service is begun.']],
  ['legal-services', 'resources', 'RRN....', ['Four districts were written to.', 'One district has answered.']],
  ['ict-and-digital', 'resources', 'RRRRRRR', ['The contract is with the lawyers.', 'The first six systems have moved.', 'Payroll moves after the September pay day.']],
  ['customer-contact', 'customer', '...RRLR', ['The portal is built for three services.', 'The sign-in failed its test and is changed.']],
  ['catering-and-cleaning', 'resources', 'R......', ['Talks about one review with facilities.']],
  ['trading-standards', 'growth', 'NNNNM..', []],
  ['youth-services', 'children', '....NRR', ['Visits to eleven clubs are done.', 'The figures of the clubs are gathered.']],
];

const returned = (
  review: string,
  sro: SroName | null,
  month: ReportMonth,
  how: string,
  words: string | undefined,
): ChangeStep[] => {
  if (how === 'M' || how === '.') return [];
  const isLate = how === 'L';
  const submitted = { on: dayOfNextMonth(month, isLate ? 7 : 3), as: team };
  const given = how === 'N' || words === undefined ? { nothingChanged: true } : { narrative: words };
  const submission = command.entry(submitted, 'return', review, month, given);
  if (how === 'U' || sro === null) return [submission];
  return [
    submission,
    command.confirmation({ on: dayOfNextMonth(month, isLate ? 8 : 4), as: sros[sro] }, review, month),
  ];
};

export const returnSteps: readonly ChangeStep[] = rows.flatMap(([review, sro, months, words]) => {
  let spoken = 0;
  return [...months].flatMap((how, n) => {
    const narrative = words.length === 0 || how === 'N' ? undefined : words[Math.min(spoken, words.length - 1)];
    if (narrative !== undefined && how !== '.' && how !== 'M') spoken += 1;
    return returned(review, sro, addMonths(firstMonth, n), how, narrative);
  });
});
