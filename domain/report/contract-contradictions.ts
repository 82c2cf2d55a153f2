import { dateInWords, listed, poundsInWords } from '#language/in-words.ts';
import type { FinancialYear, LocalDate } from '#language/time.ts';
import type { ContractsSection } from '#registers/contract/record.ts';
import { lastDayOfContract, undecidedOf } from '#registers/contract/undecided.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';

const whatInWords = { break: 'a break', extension: 'an extension', end: 'what follows its end' } as const;

const notDecidedInTime = (contracts: ContractsSection, { lastDay }: ReportedMonth): Found[] =>
  contracts.flatMap((contract) => {
    const late = undecidedOf(contract, lastDay).filter((one) => one.late);
    if (late.length === 0) return [];
    const each = late.map(({ what, on, noticeBy }) => {
      const by = noticeBy === null ? '' : `, notice needed by ${dateInWords(noticeBy)}`;
      return `${whatInWords[what]} (${dateStatementInWords(on)}${by})`;
    });
    return [
      {
        register: 'contract',
        id: contract.id,
        because: `Of the contract "${contract.title}" nothing is decided on ${listed(each)}.`,
        evidence: late.map(({ what, on }) => ({ what: whatInWords[what], value: dateStatementInWords(on) })),
      },
    ];
  });

const firstDayOf = (year: FinancialYear): LocalDate => `${year.slice(0, 4)}-04-01`;

// Letting a contract end may be the saving itself.
const afterItsContract = ({ position }: ReviewInReport, ofProgramme: ContractsSection): Found[] =>
  position.savings.lines.flatMap(({ id, title, contract: named, years }) => {
    // The review's own contract of that id comes before the programme's.
    const contract = [...position.contracts, ...ofProgramme].find((one) => one.id === named);
    const ends = contract === undefined ? null : lastDayOfContract(contract);
    if (contract === undefined || ends === null || contract.afterEnd === 'end') return [];
    const after = years.flatMap(({ year, plan }) =>
      plan !== null && plan > 0 && firstDayOf(year) > ends ? [{ year, plan }] : [],
    );
    if (after.length === 0) return [];
    const planned = after.map(({ year, plan }) => `${poundsInWords(plan)} for ${year}`);
    const was = contract.endedOn === undefined ? 'ends' : 'ended';
    return [
      {
        register: 'saving',
        id,
        because: `The saving "${title}" plans ${listed(planned)} from the contract "${contract.title}", which ${was} on ${dateInWords(ends)}.`,
        evidence: after.map(({ year, plan }) => ({ what: `Planned for ${year}`, value: poundsInWords(plan) })),
        pounds: after.reduce((sum, { plan }) => sum + plan, 0),
      },
    ];
  });

export const contractContradictions: readonly ReportRule[] = [
  {
    id: 'CON-28',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A break, an extension or the end of a contract is within its notice, and nothing is decided.',
    ofReview: ({ position }, { month }) => notDecidedInTime(position.contracts, month),
    ofProgramme: ({ contracts }, { month }) => notDecidedInTime(contracts, month),
  },
  {
    id: 'CON-29',
    kind: 'contradiction',
    since: 'rules-2',
    sentence:
      'A saving is planned for a year that begins after its contract has ended, which it was not decided to let end.',
    ofReview: (review, { programmeWide: { contracts } }) => afterItsContract(review, contracts),
  },
];
