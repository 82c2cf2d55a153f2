import { expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

/* Today is 28 November 2026: which report a rating of today is first in (docs/meaning.md TIME-20). */

const formWith = async (nextReport: string | null): Promise<string> => {
  const answers = {
    '/programmes/p/reviews/r': {
      etag: '"review:p/r:1"',
      body: { record: { title: 'Home care', sros: [] }, facts: { stage: 'decision' }, computed: {} },
    },
    '/programmes/p': {
      body: {
        record: { name: 'A programme', reporting: { returnsDueDay: 5 } },
        computed: { nextReport },
      },
    },
  };
  const { body } = await screensBefore(() => answers, ['sro']).opened('/pages/programmes/p/reviews/r/ratings/_new');
  return String(body);
};

it('The form of a rating says which report it is first in, and that the month that is still to be published is without it', async () => {
  expect(await formWith('2026-10')).toContain(
    'It counts from today: this rating is first in the report of November 2026. The report of October 2026, which is still to be published, has what was recorded by 31 October 2026.',
  );
});

it('It names no other month where none waits', async () => {
  for (const next of ['2026-11', null]) {
    const body = await formWith(next);
    expect(body).toContain('It counts from today: this rating is first in the report of November 2026.');
    expect(body).not.toContain('still to be published');
  }
});
