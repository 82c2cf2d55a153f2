import { assessed, authorised, ends, named, type ReviewSteps, spends, start, takenOver } from './review-record.ts';

/** The reviews of the council itself. */
export const reviewsForCouncil: readonly ReviewSteps[] = [
  {
    id: 'property-and-facilities',
    opened: start,
    record: {
      title: 'Property and facilities',
      services: ['Property', 'Facilities management'],
      directorate: 'resources',
      portfolio: 'council',
      theme: 'commercial',
      tier: '2',
      lifecycle: 'active',
      ...named('resources'),
      ...spends(18_400_000, 12_900_000),
      ...ends('2026-10-31'),
      marketMaturity: 'growing',
      ...takenOver('options-appraisal'),
    },
    changes: [
      [
        '2025-05-19',
        {
          services: ['Property', 'Facilities management', 'Catering and cleaning'],
          waitsFor: [
            {
              id: 'office-strategy',
              on: 'document',
              what: 'The office accommodation strategy',
              owner: 'Head of Property',
              neededBy: { kind: 'date', date: '2025-09-30' },
              holdsStage: 'options-appraisal',
            },
          ],
        },
      ],
      [
        '2025-06-16',
        {},
        { kind: 'pause', reason: 'Waits for the office accommodation strategy (Transformation Board)' },
      ],
      [
        '2025-10-13',
        {
          waitsFor: [
            {
              id: 'office-strategy',
              on: 'document',
              what: 'The office accommodation strategy',
              owner: 'Head of Property',
              neededBy: { kind: 'date', date: '2025-09-30' },
              status: 'met',
              holdsStage: 'options-appraisal',
            },
          ],
        },
        { kind: 'restart', reason: 'Goes on: the office accommodation strategy was adopted on 9 October 2025' },
      ],
    ],
  },
  {
    id: 'revenues-and-benefits',
    opened: start,
    record: {
      title: 'Revenues and benefits',
      services: ['Revenues', 'Benefits'],
      directorate: 'resources',
      portfolio: 'council',
      theme: 'commercial',
      tier: '2',
      lifecycle: 'active',
      ...named('resources'),
      ...spends(7_900_000, 5_100_000),
      ...ends('2025-10-31'),
      outcomesSought: 'Claims settled sooner, and council tax collected in the year it is due.',
      marketMaturity: 'mature',
    },
    changes: [
      ['2025-04-24', authorised('2025-04-24', 'TB/25/014')],
      [
        '2025-05-19',
        assessed('2025-05-16', {
          status: 'not-required',
          words: 'Nothing changes for residents but the name on the letter',
        }),
      ],
      [
        '2025-08-29',
        {
          handover: {
            owner: 'Head of the shared revenues service',
            on: '2025-08-29',
            words: 'Run by the shared service from 1 August',
          },
        },
      ],
      [
        '2025-10-13',
        {
          lessons: [
            {
              learned: 'Moving the data in two rehearsals found nine faults before they could reach a resident.',
              appliedWhere: 'Customer contact',
            },
            { learned: 'Staff were told of the transfer too late: eight weeks is the least.' },
          ],
          unrealisedBenefits: [
            {
              id: 'fewer-summonses',
              what: 'Fewer summonses from earlier reminders',
              owner: 'Head of the shared revenues service',
            },
          ],
        },
      ],
      ['2025-10-21', {}, { kind: 'complete', reason: 'The shared service runs it (Transformation Board)' }],
    ],
  },
  {
    id: 'legal-services',
    opened: start,
    record: {
      title: 'Legal services',
      services: ['Legal services'],
      directorate: 'resources',
      portfolio: 'council',
      theme: 'commercial',
      tier: '3',
      lifecycle: 'active',
      ...named('resources'),
      ...spends(6_100_000, 2_200_000),
      ...ends('2026-03-31'),
      marketMaturity: 'declining',
      ...takenOver('options-appraisal'),
    },
    changes: [
      [
        '2025-07-14',
        { lessons: [{ learned: 'Ask the market what a case costs before the options are drawn up.' }] },
        {
          kind: 'stop',
          reason: 'No option saves more than it costs: the service goes on as it is (Transformation Board)',
        },
      ],
    ],
  },
  {
    id: 'ict-and-digital',
    opened: start,
    record: {
      title: 'ICT and digital',
      services: ['ICT'],
      directorate: 'resources',
      portfolio: 'council',
      theme: 'digital',
      tier: '1',
      lifecycle: 'active',
      ...named('resources'),
      ...spends(21_500_000, 19_700_000),
      ...ends('2026-06-30'),
      marketMaturity: 'mature',
      ...takenOver('decision'),
    },
  },
  {
    id: 'customer-contact',
    opened: '2025-07-07',
    record: {
      title: 'Customer contact',
      kind: 'implementation-project',
      parent: 'ict-and-digital',
      splitFrom: 'ict-and-digital',
      services: ['Customer contact'],
      directorate: 'communities',
      portfolio: 'council',
      theme: 'digital',
      tier: '2',
      lifecycle: 'active',
      ...named('customer'),
      ...spends(3_900_000, 3_600_000),
      ...ends('2026-05-31'),
      openedAt: {
        stage: 'implementation',
        source: 'Split out of ICT and digital by the Transformation Board, TB/25/031',
      },
    },
  },
  {
    id: 'catering-and-cleaning',
    opened: start,
    record: {
      title: 'Catering and cleaning',
      services: ['Catering and cleaning'],
      directorate: 'resources',
      portfolio: 'council',
      tier: '3',
      lifecycle: 'active',
      ...named('resources'),
      ...spends(4_800_000, 900_000),
      ...takenOver('options-appraisal'),
    },
    changes: [
      [
        '2025-05-19',
        {},
        { kind: 'merge', reason: 'Goes on as part of property and facilities', into: ['property-and-facilities'] },
      ],
    ],
  },
];
