import { DecideChangeRequest } from '#registers/change-request/record.ts';
import { decideChangeRequest } from '#registers/change-request/rules.ts';
import { goLive, line, team } from '../domain/perfect-review.ts';
import type { Breach } from './breaches-of-control.ts';
import { made, put } from './put-entry.ts';

export const asked = {
  title: 'After the winter',
  what: 'Move in March',
  why: 'The heating is late',
  askedBy: 'Head of Property',
  raisedOn: '2014-04-01',
};
export const office = {
  ...team,
  actor: { ...team.actor, subject: 'pat-office', roles: ['programme-office' as const] },
};
export const decide = (over: object, { state = made('change-request', asked), command = office } = {}) =>
  decideChangeRequest({
    state,
    version: 1,
    request: DecideChangeRequest.parse({ decision: 'agreed', body: 'Transformation Board', on: '2014-04-10', ...over }),
    command,
  });

const firm = { ...line, firmness: 'business-case' };
const moved = { ...firm, years: [{ year: '2013/14', plan: 90_000 }] };

const { actual: _done, ...plannedGoLive } = goLive;

/** What breaks the rules of change requests, and of the dates that they move. */
export const ofChangeRequests: readonly Breach[] = [
  [
    'MIL-06',
    'a milestone of which the day is not the last one of the month that is stated',
    put('milestone', { ...plannedGoLive, baselineStated: { kind: 'month', month: '2014-04' } }),
    '/baseline must be 30 April 2014, the last day of "April 2014", or be left out. What another paper says is among the conflicts of baselineStated',
  ],
  [
    'MIL-07',
    'a milestone that was reached at a time in words',
    put('milestone', { ...plannedGoLive, actualStated: { kind: 'words', words: 'in good time' } }),
    '/actualStated must stand for a day, as a month or a quarter does: left out until the milestone is reached',
  ],
  [
    'CHG-01',
    'a change request of a review that moves the baselines of another',
    put('change-request', { ...asked, ofReviews: [{ review: 'libraries' }] }),
    '/ofReviews must be left out of a request of a review: name its own milestones and savings, or ask for the change as one of the programme',
  ],
  [
    'CHG-02',
    'a decision on a change request before it was raised',
    decide({ on: '2014-03-31' }),
    '/on must not be before 1 April 2014, when it was raised',
  ],
  [
    'SAV-21',
    'a plan at business-case firmness that changes without a change request',
    put('saving', moved, { before: made('saving', firm) }),
    '/changeRequest must name the agreed change request by which the plan of 2013/14 becomes what is sent',
  ],
];
