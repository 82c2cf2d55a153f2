import { describe, expect, it } from 'vitest';
import type { PersonRole } from '#schemas/people.ts';
import { peopleOfTheSmallOnes } from '../../examples/people-to-try.ts';
import { PageWalker } from '../support/page-walker.ts';

/** What somebody finds on their first page: the link, and what is behind it. */
type Found = readonly [link: string, behind: string];

/** Each thing that the first page says waits for somebody of the small programmes, as they find it in "Your work". */
const found: Readonly<Record<PersonRole, Readonly<Record<string, Found>>>> = {
  'transformation-team': {
    'the April 2026 return of Home care in four zones': [
      'Submit the April 2026 return of Home care in four zones',
      'Submit a return',
    ],
  },
  sro: {
    'the April 2026 return of Libraries that open longer, to be confirmed': [
      'Confirm the April 2026 return of Libraries that open longer',
      'the second waits for its doors',
    ],
  },
  finance: {
    'what Libraries that open longer claims': ['1 claim to validate in Better Connected', 'Libraries that open longer'],
  },
  assurance: {
    'Better Connected': ['Better Connected', 'History'],
    'Exampleshire Futures': ['Exampleshire Futures', 'October 2025'],
  },
  'programme-office': {
    'April 2026 of Better Connected, to be closed': ['Close April 2026 of Better Connected', '0 of 3 confirmed'],
  },
  board: { 'the board report for October 2025': ['October 2025', 'Board report for October 2025'] },
};

/** The buttons of the first page lead to people for whom something waits: what it says of each is there, and can be gone on with. */
export const itShowsEachRoleWhatWaits = (address: () => string): void => {
  describe('Whoever goes in as somebody of the small programmes', () => {
    it.each(peopleOfTheSmallOnes)('as $role finds in "Your work" what the first page says', async ({ role, waits }) => {
      const walker = new PageWalker(address());
      expect((await walker.open('/pages')).text).toContain(`Waits in the sample programme: ${waits}.`);
      const work = await walker.open(`/pages/sign-in?as=${role}`);
      expect(work.title).toContain('Your work');
      for (const [said, [link, behind]] of Object.entries(found[role])) {
        expect(waits).toContain(said);
        const next = await walker.follow(work, link);
        expect([next.status, next.text]).toEqual([200, expect.stringContaining(behind)]);
      }
    });
  });
};
