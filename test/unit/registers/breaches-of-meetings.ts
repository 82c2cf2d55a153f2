import type { Breach } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const held = { title: 'Board of March', body: 'Transformation Board', on: '2014-03-10', status: 'held' };
const board = (over: object) => put('meeting', { ...held, ...over }, { review: null });
const minute = { id: 'one', words: 'The depot is given up' };

/** What breaks the rules of meetings. */
export const ofMeetings: readonly Breach[] = [
  [
    'MTG-01',
    'a meeting that is held on a day to come',
    board({ on: '2014-12-10' }),
    '/status must be "planned" until 10 December 2014, the day of the meeting',
  ],
  [
    'MTG-01',
    'minutes of a meeting that is still to come',
    board({ status: 'planned', minutes: [{ ...minute, kind: 'note' }] }),
    '/minutes must be left out until the status is "held"',
  ],
  [
    'MTG-02',
    'a minute of an item that is not on the agenda',
    board({ minutes: [{ ...minute, kind: 'note', item: 'two' }] }),
    '/minutes/0/item must be the id of an item of its agenda, or be left out',
  ],
  [
    'MTG-02',
    'an action with votes',
    board({ minutes: [{ ...minute, kind: 'action', votes: { for: 1, against: 0 } }] }),
    '/minutes/0/votes must be left out: it is of no decision',
  ],
  [
    'MTG-02',
    'a decision with an owner',
    board({ minutes: [{ ...minute, kind: 'decision', owner: 'Head of Property' }] }),
    '/minutes/0/owner must be left out: it is of no action',
  ],
  [
    'MTG-02',
    'an action that is done on no day',
    board({ minutes: [{ ...minute, kind: 'action', status: 'done' }] }),
    '/minutes/0/doneOn must say on which day the action was done',
  ],
  [
    'MTG-02',
    'an open action that was done on a day',
    board({ minutes: [{ ...minute, kind: 'action', doneOn: '2014-03-11' }] }),
    '/minutes/0/doneOn must be left out: the action is not done. Its status is then "done"',
  ],
  [
    'MTG-03',
    'an agenda item on a gate of no review',
    board({ agenda: [{ id: 'gate', what: 'The gate', purpose: 'decide', matter: 'gate' }] }),
    '/agenda/0/review must name the review that it is about',
  ],
  [
    'MTG-03',
    'an agenda item on a decision that it does not name',
    board({ agenda: [{ id: 'sites', what: 'Sites', purpose: 'decide', matter: 'decision' }] }),
    '/agenda/0/entry must name the record that it is about',
  ],
  [
    'MTG-04',
    'a minute that names a decision of the programme and one of a review',
    board({
      minutes: [{ ...minute, kind: 'decision', decision: 'a', ofReview: { review: 'property', decision: 'b' } }],
    }),
    '/minutes/0/ofReview/decision must be left out: "decision" names one of the programme already',
  ],
  [
    'MTG-04',
    'a note that names a decision',
    board({ minutes: [{ ...minute, kind: 'note', ofReview: { review: 'property', decision: 'b' } }] }),
    '/minutes/0/ofReview/decision must be left out: it is of no decision',
  ],
];
