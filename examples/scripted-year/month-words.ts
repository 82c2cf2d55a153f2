import type { ReportMonth } from '#language/time.ts';

/*
 * What SROs say of the projects of tier 1 beside their ratings, and what their teams say in the month's return: both change when the
 * rating does.
 */

/** From a month on: the SRO's words, and those of the return. */
type Words = readonly [from: ReportMonth, sro: string, narrative: string];

const words: Readonly<Record<string, readonly Words[]>> = {
  'home-first': [
    [
      '2025-04',
      'Two of the five hospitals send people home late in the day.',
      'Three hospitals discharge to home by noon. Two have no social worker on the ward yet; posts are advertised.',
    ],
    [
      '2025-07',
      'All five hospitals discharge to home by noon.',
      'The last two wards have their social workers. Stays are two days shorter than a year ago.',
    ],
  ],
  'care-at-home': [
    [
      '2025-04',
      'Providers want a longer contract than we planned.',
      'Fourteen providers came to the market day. Most ask for seven years, the case assumes five.',
    ],
    [
      '2025-08',
      'No bid came for the two rural zones.',
      'The tender closed with bids for four of six zones. Rural zones would need a higher rate, which the case does not have.',
    ],
    [
      '2025-10',
      'A rural rate is agreed and the tender is open again.',
      'Both rural zones are out to tender at the higher rate. The award is two months later than planned.',
    ],
    ['2026-02', 'All six zones are awarded.', 'Contracts for six zones are signed. Providers take over from May.'],
  ],
  reablement: [
    [
      '2025-04',
      'The three teams work to one plan.',
      'Options were scored with the three teams. The shared rota was tried for four weeks and held.',
    ],
    [
      '2025-10',
      'The health trust has not agreed to share its staff.',
      'The preferred option needs eleven posts of the health trust. Its board decides in spring.',
    ],
  ],
  'send-transport': [
    [
      '2025-04',
      'Routes cost 9% more than the plan, and pupils are still rising.',
      'Demand is 140 pupils above the forecast. The new routes cannot start before September.',
    ],
    [
      '2025-07',
      'New routes hold the cost, but fewer families took the mileage payment.',
      'Two hundred routes were drawn anew. Of the 400 families expected to drive, 230 do.',
    ],
  ],
  fostering: [
    [
      '2025-04',
      'Enquiries are up and approvals are slow.',
      'Sixty households asked in the month, and eight were approved. An assessment takes seven months; the plan has five.',
    ],
    [
      '2026-01',
      'Assessments take five months, as planned.',
      'Two more assessors are in post. Fourteen households were approved since Christmas.',
    ],
  ],
  residential: [
    [
      '2025-04',
      'Two sites for homes are found, the third is not.',
      'Surveys of two sites are done. Planning officers doubt the third.',
    ],
    [
      '2025-10',
      'Placements cost more each month, and the first home opens a year late.',
      'Planning for the first home was refused. Eleven more children are placed outside the county than the plan has.',
    ],
    [
      '2026-02',
      'The appeal was won and the first home can be built.',
      'The first home has its permission. The builder starts in June, a year after the plan.',
    ],
  ],
  'waste-disposal': [
    [
      '2025-04',
      'The districts agree on the timetable.',
      'All six districts signed the timetable for the contract after 2027.',
    ],
    [
      '2025-08',
      'One district wants food waste kept apart.',
      'Five districts agree on the specification, and one does not. The options are costed both ways.',
    ],
  ],
  highways: [
    [
      '2025-04',
      'The contract is ready for decision.',
      'The contractor accepts the new schedule of rates but for drainage.',
    ],
  ],
  offices: [
    [
      '2025-04',
      'Two of three leases end as planned.',
      'The east office is empty and its lease ended. Staff use 62% of the desks that are left.',
    ],
    [
      '2025-07',
      'The buyer of the north office wants a lower price.',
      'A survey found asbestos in the north office. The buyer asks for £400,000 less.',
    ],
    [
      '2025-10',
      'The price is agreed, and moves go on.',
      'The sale of the north office is agreed. Two of five floors are cleared.',
    ],
  ],
  customer: [
    [
      '2025-04',
      'The website is late, so calls have not fallen.',
      'Four of eleven services are online. Calls are 3% fewer than a year ago; the plan has 12%.',
    ],
  ],
  erp: [
    [
      '2025-04',
      'The old system needs support for a year more.',
      'The supplier priced one more year of support. Data of payroll is cleaned to 70%.',
    ],
    [
      '2025-08',
      'The supplier has missed two dates, and payroll fails its test.',
      'One in twelve pay slips of the test run was wrong. The supplier has no new date for its release.',
    ],
    [
      '2025-12',
      'Payroll passed its test on the third run; the new date is tight.',
      'The third test run had no wrong pay slip. The system starts in October, six months later than planned.',
    ],
  ],
};

/** What is said of a project in a month. */
export const wordsOf = (project: string, month: ReportMonth): { readonly sro: string; readonly narrative: string } => {
  const last = words[project]?.findLast(([from]) => from <= month);
  if (last === undefined) throw new Error(`nobody says anything of ${project} in ${month}`);
  const [, sro, narrative] = last;
  return { sro, narrative };
};
