import { describe, expect, it } from 'vitest';
import { withMarks } from '#language/withheld-text.ts';
import { visibleText } from '#schemas/exemption.ts';
import { moneyPicture } from '#web/report/money-picture.ts';
import {
  aReview,
  aRisk,
  aSetting,
  asPrevious,
  noProgrammeWide,
  rollUp,
  savingsOf,
  stated,
} from '../../support/positions.ts';
import { formatsOf } from '../../support/report-formats.ts';
import { sectionOf } from './page-text.ts';

/* docs/meaning.md REPORT-32, as a board reads it: in the page and the CSV, and in the public view. */

type Text = (word: string) => string;
const open: Text = (word) => word;
const exempt: Text = (word) => withMarks(word, { ground: 3, until: undefined, record: 'property/risk/late' });

const given = (text: Text) =>
  rollUp(
    [
      aReview('property', {
        review: { title: text('Titleword') },
        savings: savingsOf({ years: [{ year: '2014/15', plan: 1_000_000, forecast: 900_000 }] }),
        ratings: {
          sro: {
            id: 'sro-1',
            given: { on: '2014-04-15', overall: { rating: 'amber', words: text('Sroword') }, forwardLook: 'worsening' },
          },
          assurance: {
            id: 'assurance-1',
            given: { on: '2014-04-20', overall: { rating: 'red', words: text('Assuranceword') } },
          },
        },
        returns: [
          {
            month: '2014-04',
            nothingChanged: false,
            narrative: text('Returnword'),
            submittedAt: '2014-05-01T09:00:00.000Z',
            confirmedAt: '2014-05-02T09:00:00.000Z',
          },
        ],
        risks: {
          open: [
            {
              ...aRisk({ title: text('Riskword') }),
              words: {
                cause: text('Causeword'),
                event: 'It happens',
                consequence: 'It costs',
                controls: [{ what: text('Controlword'), owner: 'Estates' }],
                actions: [{ what: text('Actionword'), owner: null, dueOn: '2014-06-01' }],
                escalated: null,
              },
            },
          ],
          unscored: [],
          closed: [],
          happened: [],
        },
        decisions: [
          {
            id: 'adopt',
            title: text('Decisionword'),
            body: 'Cabinet',
            kind: 'key-decision',
            status: 'due',
            dueOn: { kind: 'date', date: '2014-04-10' },
          },
        ],
      }),
      aReview('silent', { review: { title: 'Silent' }, returns: [] }),
    ],
    aSetting({
      programmeWide: {
        ...noProgrammeWide,
        statedPositions: [
          stated('required', { measure: 'savings-required', year: '2014/15', figure: { kind: 'amount', pounds: 3e6 } }),
        ],
      },
    }),
  );

const words = [
  ...['Titleword', 'Sroword', 'Assuranceword', 'Returnword', 'Riskword', 'Causeword', 'Controlword', 'Actionword'],
  'Decisionword',
];

describe('Page one', () => {
  const { page, CSV } = formatsOf(JSON.stringify(given(open)));
  const first = sectionOf(page, 'page-one');

  it('is the first section, and answers in the order in which a board asks', () => {
    expect(page.indexOf('<section id="page-one"')).toBe(page.indexOf('<section '));
    const titles = [
      'Are we on track?',
      'What must we decide?',
      'What is in trouble, and why?',
      'What does assurance say?',
      'What changed?',
      'How much is saved this year?',
      'Will we make it?',
      'What is done about the top risk?',
      'Do the numbers agree with last month?',
      'Who has not reported?',
    ];
    const places = titles.map((title) => first.lastIndexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says what is decided, what is wrong in whose words, what is missing of the money, and who has not reported', () => {
    expect(first).toContain('key decision by Cabinet, 10 April 2014, overdue .');
    expect(first).toMatch(/Red Titleword.*Assurance, Red: Assuranceword SRO, Amber: Sroword \(worsening\)/);
    expect(first).toContain('Nothing is claimed or validated yet of the £3 million required for 2014/15.');
    expect(first).toContain('1 of 2 reviews sent no return: Silent. 1 reported in time.');
    expect(first).toMatch(
      /“Riskword” .*: .*Because: Causeword\. In place: Controlword \(Estates\)\. To be done next: Actionword \(nobody named, by 1 June 2014\)/,
    );
  });

  it('has the forward look in the CSV, too', () => {
    expect(CSV).toMatch(/Titleword,SRO forward look,words,,,,,Worsening/);
  });

  it.each(words)('has what somebody wrote, in the page and in the CSV: %s', (word) => {
    expect(first).toContain(word);
    expect(
      CSV.split('\n')
        .filter((row) => row.includes('Page one'))
        .join('\n'),
    ).toContain(word);
  });

  it.each(words)('shows nothing of it in the public view where it is exempt: %s', (word) => {
    const json = visibleText(JSON.stringify(given(exempt)), { view: 'public', on: '2014-05-06' });
    expect(JSON.stringify(JSON.parse(json).content.pageOne)).not.toContain(word);
    expect(sectionOf(formatsOf(json).page, 'page-one')).not.toContain(word);
  });

  it('has the same figures and the same order in the public view', () => {
    const json = visibleText(JSON.stringify(given(exempt)), { view: 'public', on: '2014-05-06' });
    const { pageOne } = JSON.parse(json).content;
    const { pageOne: whole } = given(open).content;
    expect(pageOne.money).toEqual(whole?.money);
    expect(pageOne.position.ratings).toEqual(whole?.position?.ratings);
    expect(pageOne.worse.rows.map(({ review }: { review: string }) => review)).toEqual(
      whole?.worse?.rows.map(({ review }) => review),
    );
  });
});

describe('What a board asks of page one', () => {
  const planning = (plan: number | { kind: 'not-stated' }) =>
    savingsOf({ years: [{ year: '2014/15', plan, forecast: plan, alreadyInMtfp: 0 }] });
  /** How much of it the plan of the budget has already is not stated, so what is new in it is not known. */
  const planned = savingsOf({ years: [{ year: '2014/15', plan: 1e6, forecast: 1e6 }] });
  const requiring = (pounds: number, reviews: Parameters<typeof rollUp>[0]) =>
    rollUp(
      reviews,
      aSetting({
        programmeWide: {
          ...noProgrammeWide,
          statedPositions: [
            stated('required', { measure: 'savings-required', year: '2014/15', figure: { kind: 'amount', pounds } }),
          ],
          decisions: [
            {
              id: 'endorse',
              title: 'Endorse the options',
              body: 'Cabinet',
              kind: 'endorsement',
              status: 'due',
              dueOn: { kind: 'date', date: '2014-05-15' },
            },
          ],
        },
      }),
    );
  const firstOf = (made: ReturnType<typeof rollUp>) => sectionOf(formatsOf(JSON.stringify(made)).page, 'page-one');

  it.each([
    [
      'Yes, if what reviews plan is delivered: £1 million is achievable.',
      1e6,
      [aReview('a', { savings: planning(1e6) })],
    ],
    [
      'No, not by what reviews plan: £1 million of £3 million is achievable, and £2 million is still to find.',
      3e6,
      [aReview('a', { savings: planning(1e6) })],
    ],
    [
      'No, not by what reviews have stated so far: about £1 million of £3 million is achievable, and at most £2 million is still to find.',
      3e6,
      [aReview('a', { savings: planning(1e6) }), aReview('b', { savings: planning({ kind: 'not-stated' }) })],
    ],
    [
      'Not known: 2 of the 3 figures of what is achievable are not stated.',
      3e6,
      [
        aReview('a', { savings: planning(1e6) }),
        aReview('b', { savings: planned }),
        aReview('c', { savings: planned }),
      ],
    ],
  ])('says whether what is required will be saved: %s', (answer, required, reviews) => {
    expect(firstOf(requiring(required, reviews))).toContain(`Will we make it? ${answer}`);
  });

  it('says what assurance says by itself, and that it has rated none', () => {
    const rated = { id: 'one', given: { on: '2014-04-20', overall: { rating: 'red' as const, words: 'Late' } } };
    const sro = { id: 'two', given: { on: '2014-04-20', overall: { rating: 'green' as const, words: 'Well' } } };
    expect(firstOf(requiring(1, [aReview('a', { ratings: { sro, assurance: rated } })]))).toMatch(
      /assurance say\? It has rated 1 of 1: 1 Red \(Property Review\); it differs from the SRO on Property Review \(the SRO says Green\)/,
    );
    expect(firstOf(requiring(1, [aReview('a')]))).toContain('Nothing: assurance has rated no review.');
  });

  it('says of how many reviews an option is preferred where a decision of the programme has no recommendation', () => {
    expect(firstOf(requiring(1, [aReview('a')]))).toContain('An option is preferred for 1 of 1 review.');
  });

  it('says of ratings that count no more that they are, and not that nobody rated', () => {
    const on = (day: string) => ({ id: day, given: { on: day, overall: { rating: 'green' as const, words: 'Well' } } });
    const old = { ratings: { sro: on('2013-09-20'), assurance: null } };
    const first = firstOf(
      requiring(1, [
        aReview('a', { ratings: { sro: on('2014-04-20'), assurance: null } }),
        aReview('b', old),
        aReview('c', old),
      ]),
    );
    expect(first).toContain(
      'Not known: only 1 of 3 reviews has a rating that counts: Green 1 ; 2 have ratings that are out of date.',
    );
  });

  it('draws what is missing of the year, at its end against the outturn, and nothing where nothing is', () => {
    const { content } = given(open);
    const money = content.pageOne?.money;
    if (!money) throw new Error('page one has money');
    const said = (outturn?: number): string =>
      String(
        moneyPicture(
          money,
          outturn === undefined
            ? undefined
            : { ...money.achievable, count: 1, low: outturn, high: outturn, exact: true, marked: [], excluded: [] },
        ),
      );
    expect(said()).toMatch(/required £3 million; achievable .*; validated nothing yet; still to find /);
    expect(said(1e6)).toMatch(/required £3 million; outturn £1 million; validated nothing yet; shortfall £2 million\./);
    expect(said(3e6)).not.toContain('shortfall');
  });

  it('says how many contradictions and gaps the records hold, and what changed first', () => {
    const before = requiring(1, [aReview('a', { review: { sros: [] } })]);
    expect(firstOf(before)).toMatch(/Not resolved in the records: \d+ (?:contradictions?|data gaps?)/);
    const { content } = rollUp([aReview('a'), aReview('b')], aSetting({ previous: asPrevious(before) }));
    expect(content.changes.length).toBeGreaterThan(0);
    expect(firstOf({ content, lines: [] })).toMatch(/Changed: [^:]+: \d+, was \d+/);
  });

  it('says that no risk is recorded, and never that none is open with a score where the list is only shortened', () => {
    const none = firstOf(requiring(1, [aReview('a', { risks: { open: [], unscored: [], closed: [], happened: [] } })]));
    expect(none).toContain('No risk is recorded in the tracker.');
    expect(none).not.toContain('No scored risk is open.');
  });
});
