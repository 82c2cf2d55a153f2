import type { PersonRole } from '#schemas/people.ts';

/** What a role is called, what its holders do here, and what waits for them on their first page. */
export interface RoleWords {
  readonly title: string;
  readonly does: string;
  readonly findsFirst: string;
}

/** The six roles in the words of a council, in the order in which a month passes through their hands. */
export const roleWords: Readonly<Record<PersonRole, RoleWords>> = {
  'transformation-team': {
    title: 'Transformation team',
    does: 'Keeps reviews up to date: stages, savings, risks, milestones, options and market engagement. Submits the monthly return of each review.',
    findsFirst: 'the returns to submit and to change, by date',
  },
  sro: {
    title: 'Senior Responsible Owner',
    does: 'Answers for one or more reviews. Confirms or sends back the monthly return, records what was decided about a business case, and moves the review on.',
    findsFirst: 'the returns to confirm, and your reviews',
  },
  finance: {
    title: 'Finance partner',
    does: 'Validates the savings that are claimed, and records what the medium-term financial plan requires.',
    findsFirst: 'the claims to validate, the oldest first',
  },
  assurance: {
    title: 'Assurance',
    does: 'Rates reviews independently of their owners, and reads who recorded what and when. Internal audit has this role too.',
    findsFirst: 'the programmes, each with its month under way and its latest report',
  },
  'programme-office': {
    title: 'Programme office',
    does: 'Sets programmes up, keeps the list of people, closes the month, and publishes and revises the board report.',
    findsFirst: 'the months to close, the earliest first',
  },
  board: {
    title: 'Programme board',
    does: 'Reads the board report and the position of today. Records nothing.',
    findsFirst: 'the latest report of each programme',
  },
};
