import { authorised, ends, named, type ReviewSteps, spends, start, takenOver } from './review-record.ts';

/** The reviews of places. */
export const reviewsForPlaces: readonly ReviewSteps[] = [
  {
    id: 'waste-and-recycling',
    opened: start,
    record: {
      title: 'Waste and recycling',
      services: ['Waste collection and disposal'],
      directorate: 'place',
      portfolio: 'places',
      theme: 'commissioning',
      tier: '1',
      lifecycle: 'active',
      ...named('place'),
      ...spends(46_300_000, 39_800_000),
      ...ends('2027-06-30'),
      outcomesSought: 'Less waste for each household, and more of it recycled.',
      marketMaturity: 'mature',
      ...takenOver('options-appraisal'),
    },
    changes: [
      ['2025-05-12', authorised('2025-05-12', 'TB/25/019')],
      [
        '2025-07-28',
        {
          waitsFor: [
            {
              id: 'packaging-reform',
              on: 'outside-body',
              what: "The producers' payments for packaging of 2026/27",
              neededBy: { kind: 'month', month: '2025-11' },
            },
          ],
        },
      ],
      ['2025-09-29', authorised('2025-09-26', 'TB/25/047')],
    ],
  },
  {
    id: 'highways-maintenance',
    opened: start,
    record: {
      title: 'Highways maintenance',
      services: ['Highways maintenance', 'Street lighting'],
      directorate: 'place',
      portfolio: 'places',
      theme: 'commercial',
      tier: '1',
      lifecycle: 'active',
      ...named('place'),
      ...spends(31_700_000, 24_100_000),
      ...ends('2026-12-31'),
      marketMaturity: 'mature',
      ...takenOver('full-business-case'),
    },
    changes: [
      ['2025-06-09', { equalityImpact: { status: 'complete', on: '2025-06-06', words: 'Published with the case' } }],
      ['2025-07-21', named('place', 'growth')],
    ],
  },
  {
    id: 'parking-and-enforcement',
    opened: start,
    record: {
      title: 'Parking and enforcement',
      services: ['Parking'],
      directorate: 'place',
      portfolio: 'places',
      theme: 'digital',
      tier: '3',
      lifecycle: 'active',
      ...named('growth'),
      ...spends(5_600_000, 1_300_000),
      ...ends('2025-06-30'),
      ...takenOver('benefits-review'),
    },
    changes: [
      [
        '2025-06-16',
        {
          lessons: [{ learned: 'Cashless parking needs a telephone line from the first day.' }],
          unrealisedBenefits: [
            { id: 'station-permits', what: 'Income from permits at two stations', owner: 'Parking manager' },
          ],
        },
      ],
      ['2025-06-24', {}, { kind: 'complete', reason: 'Everything but two permits is in use' }],
    ],
  },
  {
    id: 'trading-standards',
    opened: start,
    record: {
      title: 'Trading standards',
      services: ['Trading standards'],
      directorate: 'communities',
      portfolio: 'places',
      tier: '3',
      lifecycle: 'active',
      ...named('growth'),
      ...spends(2_300_000, 2_000_000),
      ...takenOver('service-baseline'),
    },
  },
  {
    id: 'museums-and-heritage',
    opened: '2025-04-14',
    record: {
      title: 'Museums and heritage',
      services: ['Museums'],
      directorate: 'communities',
      portfolio: 'places',
      lifecycle: 'potential',
    },
  },
];
