import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestRevisions, monthsIn, problemIn, programmesIn } from '#web/app/answers.ts';
import { chainRefIn, hashOf } from '#web/app/place.ts';
import { frontPage } from '#web/sign-in-page.ts';

const configurationIn = (page: string): unknown =>
  JSON.parse(/<script type="application\/json" id="configuration">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '');

describe('The page a person starts from', () => {
  const configuration = { issuer: 'https://issuer.example', clientId: 'tracker', apiName: 'Transformation tracker' };

  it('carries its configuration as data, and no script or style of its own', () => {
    const page = frontPage(configuration);
    expect(configurationIn(page)).toEqual(configuration);
    expect(page).toContain('<script type="module" src="/assets/app.js"></script>');
    expect(page).toContain('<link rel="stylesheet" href="/assets/app.css">');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toMatch(/<style| style=| on[a-z]+=/);
  });

  it('lets no configuration end its element early, and gives it back unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom('</script><script>', '<!--', '"&<', ''), fc.string(), (attack, rest) => {
        const hostile = { issuer: attack + rest, clientId: rest + attack, apiName: attack };
        const page = frontPage(hostile);
        expect(configurationIn(page)).toEqual(hostile);
        expect(page.match(/<script/g)).toHaveLength(2);
      }),
    );
  });
});

describe('An address within the page', () => {
  it.each([
    ['', { at: 'programmes' }],
    ['#/', { at: 'programmes' }],
    ['#/facing-the-challenge', { at: 'months', programme: 'facing-the-challenge' }],
    ['#/facing-the-challenge/', { at: 'months', programme: 'facing-the-challenge' }],
    [
      '#/facing-the-challenge/2014-04',
      { at: 'report', programme: 'facing-the-challenge', month: '2014-04', publicView: false },
    ],
    [
      '#/facing-the-challenge/latest',
      { at: 'report', programme: 'facing-the-challenge', month: 'latest', publicView: false },
    ],
    ['#/facing-the-challenge/2014-13', { at: 'nowhere' }],
    ['#/Facing', { at: 'nowhere' }],
    ['#/../programmes', { at: 'nowhere' }],
    ['#/a/2014-04/x', { at: 'nowhere' }],
    ['#savings', { at: 'nowhere' }],
  ])('"%s" leads where it says', (hash, place) => {
    expect(chainRefIn(hash)).toEqual(place);
  });

  it('leads back to what it was made from', () => {
    expect(chainRefIn(hashOf('edukent'))).toEqual({ at: 'months', programme: 'edukent' });
    for (const publicView of [false, true])
      expect(chainRefIn(hashOf('edukent', '2014-04', publicView))).toEqual({
        at: 'report',
        programme: 'edukent',
        month: '2014-04',
        publicView,
      });
  });
});

describe('What the page reads of an answer', () => {
  it('takes the programmes it can name and leaves what it cannot', () => {
    expect(
      programmesIn({ items: [{ id: 'a', name: 'A', phase: null, council: 'C', fictional: true }, {}, null, 4] }),
    ).toEqual([{ id: 'a', name: 'A', phase: null, council: 'C', fictional: true }]);
  });

  it('shows the latest revision of each month, the latest month first', () => {
    const items = monthsIn({
      items: [
        { month: '2014-03', revision: 1, publishedAt: null, reason: null },
        { month: '2014-04', revision: 1, publishedAt: null, reason: null },
        { month: '2014-04', revision: 2, publishedAt: null, reason: 'late' },
      ],
    });
    expect(latestRevisions(items).map((one) => [one.month, one.revision])).toEqual([
      ['2014-04', 2],
      ['2014-03', 1],
    ]);
  });

  it('puts a problem in words, each fault with where it is', () => {
    expect(
      problemIn(422, {
        title: 'The content breaks a rule',
        detail: 'Two faults.',
        faults: [
          { in: 'body', pointer: '/years/0', message: 'must be a financial year' },
          { message: 'must be signed' },
        ],
      }),
    ).toEqual({
      title: 'The content breaks a rule',
      detail: 'Two faults.',
      faults: ['/years/0 must be a financial year', 'must be signed'],
      mayPass: false,
    });
  });

  it.each([[null], ['<html>'], [[]], [{ message: 'Unauthorized' }]])(
    'names the status where the answer is no problem: %j',
    (answer) => {
      expect(problemIn(503, answer)).toMatchObject({ title: 'The tracker answered with status 503', mayPass: true });
    },
  );
});
