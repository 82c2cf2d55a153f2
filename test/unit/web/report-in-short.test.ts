import { describe, expect, it } from 'vitest';
import type { ReportContent } from '#schemas/report.ts';
import { withRowsAtMost } from '#schemas/row-lists.ts';
import { decisionsByDay, laterInWords } from '#web/report/in-short/decisions.ts';
import { inShort } from '#web/report/in-short/in-short.ts';
import { moneyInSentences } from '#web/report/in-short/money.ts';
import { factsOfPageOne } from '#web/report/page-one-facts.ts';
import { outOfDateInWords } from '#web/report/rating-mark.ts';
import { whyOfAnswers } from '#web/report/why.ts';
import {
  aMilestone,
  aProgramme,
  aReview,
  aSetting,
  asPrevious,
  noProgrammeWide,
  rollUp,
  savingsOf,
  stated,
} from '../../support/positions.ts';

/* docs/meaning.md REPORT-43, REPORT-45: eight questions, each answered from what the sections say. */

const answerTo = (question: string, content: ReportContent): string =>
  inShort(content).find((one) => one.question.startsWith(question))?.words ?? 'no such question';

type Rated = 'green' | 'amber' | 'red';
const given = (rating: Rated, on = '2014-04-15', words = 'The lease is late.') => ({
  id: `sro-${on}`,
  given: { on, overall: { rating, words } },
  since: '2014-02-28',
});
const rated = (sro: Rated | null, assurance: Rated | null = null) => ({
  sro: sro && given(sro),
  assurance: assurance && given(assurance),
});
const required = (pounds: number, year = '2014/15') =>
  stated(`required-${year.slice(0, 4)}`, { measure: 'savings-required', year, figure: { kind: 'amount', pounds } });
const wide = (over: Partial<typeof noProgrammeWide>) => aSetting({ programmeWide: { ...noProgrammeWide, ...over } });
const planning = (plan: number, year = '2014/15') =>
  savingsOf({ years: [{ year, plan, forecast: plan, alreadyInMtfp: 0 }] });

describe('Are we on track?', () => {
  it.each([
    ['Not known: nobody has rated any of the 2 reviews. Milestones: none of 2 done, none late.', [null, null]],
    ['Of 2 reviews, 1 is Red and 1 is Green. Milestones: none of 2 done, none late.', ['red', 'green']],
    ['Of 2 reviews, 1 is Red; 1 is not rated. Milestones: none of 2 done, none late.', ['red', null]],
    ['Not known: only 1 of 3 reviews is rated: 1 Amber. Milestones: none of 3 done, none late.', ['amber', null, null]],
  ] as const)('%s', (answer, ratings) => {
    const reviews = ratings.map((one, n) => aReview(`review-${n}`, { ratings: rated(one) }));
    expect(answerTo('Are we', rollUp(reviews).content)).toBe(answer);
  });

  it('says of a rating of the month without a return that no return came, and not that it is old', () => {
    const { content } = rollUp([aReview('a', { returns: [], ratings: rated('green') })]);
    expect(answerTo('Are we', content)).toBe(
      'Not known: no rating counts for April 2014. Of 1 review, 1 was rated in April 2014 and sent no return for it. Milestones: none of 1 done, none late.',
    );
    expect(outOfDateInWords({ on: '2014-04-30' }, content)).toBe('rated on 30 April 2014; no return for April 2014');
    expect(outOfDateInWords({ on: '2014-01-31' }, content)).toBe('last said on 31 January 2014');
  });

  it('says nothing of how many milestones are late where a shortened report has none of them', () => {
    const milestones = [aMilestone({ id: 'm', title: 'The office is left', baseline: '2014-04-01' })];
    const { content } = rollUp([aReview('a', { milestones, ratings: rated('green') })]);
    expect(answerTo('Are we', content)).toMatch(/Milestones: none of 1 done, 1 past its day\.$/);
    expect(answerTo('Are we', withRowsAtMost(content, 0))).toMatch(/Milestones: none of 1 done\.$/);
  });

  it('says which milestone was missed, and that the worse voice counts where they differ', () => {
    const milestones = [aMilestone({ id: 'm', title: 'The office is left', baseline: '2014-02-01', missed: true })];
    const { content } = rollUp([aReview('a', { milestones, ratings: rated('green', 'red') })]);
    expect(answerTo('Are we', content)).toBe(
      'Of 1 review, 1 is Red; where SRO and assurance differ the worse counts. Milestones: none of 1 done, 1 missed (“The office is left”).',
    );
  });

  it('says that the ratings are left out', () => {
    const setting = aSetting({ programme: aProgramme({ reportLeavesOut: ['ratings'] }) });
    expect(answerTo('Are we', rollUp([aReview()], setting).content)).toBe(
      'Not said: the ratings are not in this report.',
    );
  });
});

describe('What must we decide?', () => {
  const due = (id: string, date: string | null) => ({
    ...{ id, title: `Decide ${id}`, body: 'Cabinet', kind: 'key-decision' as const, status: 'due' as const },
    dueOn: date === null ? { kind: 'not-stated' as const } : { kind: 'date' as const, date },
  });
  const of = (...decisions: ReturnType<typeof due>[]) => rollUp([aReview()], wide({ decisions })).content;

  it('has what is due by the end of the second month after the report, and counts the rest in one line', () => {
    const content = of(due('a', '2014-05-15'), due('b', '2014-06-30'), due('c', '2014-07-01'), due('d', null));
    expect(answerTo('What must', content)).toBe(
      '2 decisions by 30 June 2014: “Decide a” (Cabinet, 15 May 2014) and “Decide b” (Cabinet, 30 June 2014).',
    );
    expect(decisionsByDay(content)).toMatchObject({ horizon: '2014-06-30', total: 2, later: 1, undated: 1 });
    expect(laterInWords(content, 100)).toBe(
      '1 decision is due after 30 June 2014: “Decide c”, 1 July 2014; of 1 decision no date is stated.',
    );
  });

  it.each([
    ['No decision is recorded as due.', []],
    ['No decision is due by 30 June 2014; 1 is due later.', [due('a', '2015-02-01')]],
    ['1 decision by 30 June 2014, overdue: “Decide a” (Cabinet, 1 April 2014).', [due('a', '2014-04-01')]],
  ])('%s', (answer, decisions) => {
    expect(answerTo('What must', of(...decisions))).toBe(answer);
  });

  it('knows how many there are by that day beyond the ten that page one keeps', () => {
    const content = of(...Array.from({ length: 12 }, (_, n) => due(`n${n}`, '2014-05-15')), due('late', '2014-12-01'));
    expect(decisionsByDay(content)).toMatchObject({ total: 12, later: 1 });
  });
});

describe('The money', () => {
  const ofYear = (plan: number, pounds: number, month = '2014-04') =>
    rollUp([aReview('a', { savings: planning(plan) })], {
      ...wide({ statedPositions: [required(pounds), required(9e6, '2015/16')] }),
      month,
    }).content;

  it('says how much is saved of what is required, and of what is not stated that it is not', () => {
    const { content } = rollUp([aReview('a', { savings: planning(4e6) })], wide({ statedPositions: [required(4e6)] }));
    const claimed = {
      ...content,
      pageOne: content.pageOne && {
        ...content.pageOne,
        money: content.pageOne.money && { ...content.pageOne.money, claimedPounds: 2e6, validatedPounds: 1e6 },
      },
    };
    expect(answerTo('How much', claimed)).toBe(
      '£1 million of the £4 million required for 2014/15 (25%) is validated by finance; £2 million is claimed.',
    );
    const conflicts = [{ value: { kind: 'amount' as const, pounds: 5e6 }, source: 'Speech' }];
    const money = claimed.pageOne?.money;
    if (!money?.required) throw new Error('what is required is stated');
    const disputed = { ...money, required: { ...money.required, conflicts } };
    expect(answerTo('How much', { ...claimed, pageOne: { ...claimed.pageOne, money: disputed } as never })).toMatch(
      /^£1 million of the £4 million required for 2014\/15 \(25%; another paper says £5 million, and nobody has said which holds\)/,
    );
    expect(answerTo('Will we', { ...claimed, pageOne: { ...claimed.pageOne, money: disputed } as never })).toBe(
      'Yes, if what reviews plan is delivered: £4 million is achievable; still to find is £1 million where the other paper holds.',
    );
    const short = ofYear(1e6, 3e6);
    const ofShort = short.pageOne?.money;
    if (!ofShort?.required) throw new Error('what is required is stated');
    const twice = { ...ofShort, required: { ...ofShort.required, conflicts } };
    expect(answerTo('Will we', { ...short, pageOne: { ...short.pageOne, money: twice } as never })).toBe(
      'No, not by what reviews plan: £1 million of £3 million is achievable, and £2 million is still to find (£4 million where the other paper holds).',
    );
    expect(answerTo('How much', ofYear(1e6, 3e6))).toBe(
      'Nothing is claimed or validated yet of the £3 million required for 2014/15.',
    );
  });

  it.each([
    [
      'No, not by what reviews plan: £1 million of £3 million is achievable, and £2 million is still to find.',
      1e6,
      '2014-04',
    ],
    ['Yes, if what reviews plan is delivered: £3 million is achievable.', 3e6, '2014-04'],
    [
      'No: the outturn of 2014/15 is £1 million, £2 million less than was required. Of it £1 million is forecast and not validated. 2015/16: £9 million is required and what is still to find is not known.',
      1e6,
      '2015-03',
    ],
    [
      'Yes: the outturn of 2014/15 is £4 million, £1 million more than was required. Of it £4 million is forecast and not validated. 2015/16: £9 million is required and what is still to find is not known.',
      4e6,
      '2015-03',
    ],
  ])('%s', (answer, plan, month) => {
    expect(answerTo('Will we', ofYear(plan, 3e6, month))).toBe(answer);
  });

  const sentencesOf = (content: ReportContent): readonly string[] => {
    const money = content.pageOne?.money;
    return money ? moneyInSentences(content, money) : [];
  };

  it('says at the end of the year its outturn in the place of what is still to find, and in no other month', () => {
    const [required, achievable, outturn, ...more] = sentencesOf(ofYear(1e6, 3e6, '2015-03'));
    expect([required, achievable]).toEqual(ofYear(1e6, 3e6, '2015-03').pageOne?.money?.sentences.slice(0, 2));
    expect([outturn, more]).toEqual([
      'Outturn of 2014/15: £1 million, of £1 million planned and £1 million forecast: what finance has validated of a saving takes the place of its forecast.',
      [],
    ]);
    expect(sentencesOf(ofYear(1e6, 3e6)).at(-1)).toContain('Still to find');
  });

  it('says the same on the page and for a spreadsheet', () => {
    const content = ofYear(1e6, 3e6, '2015-03');
    const said = factsOfPageOne(content).flatMap(({ item, words }) => (item === 'Sentence' ? [words] : []));
    expect(said.slice(0, 3)).toEqual(sentencesOf(content));
  });

  it('says that nothing is known where no review records a saving', () => {
    const none = rollUp(
      [aReview('a', { savings: planning(1e6, '2016/17') })],
      wide({ statedPositions: [required(3e6)] }),
    );
    expect(answerTo('Will we', none.content)).toMatch(/^Not known: £3 million is required for 2014\/15/);
  });
});

describe('What is in trouble, and why?', () => {
  it('says of each review its rating, whose it is, since when, and because of what', () => {
    const { content } = rollUp([
      aReview('a', { review: { title: 'Homes' }, ratings: rated('red') }),
      aReview('b', { review: { title: 'Legal' }, ratings: rated('green', 'red') }),
    ]);
    expect(answerTo('What is in', content)).toBe(
      'Homes, Red by its SRO since 28 February 2014 (“The lease is late”); Legal, Red by assurance since 28 February 2014 (“The lease is late”).',
    );
  });

  it('says that no reason was recorded where nobody gave one, or else what contradicts', () => {
    const { content } = rollUp([aReview('a', { review: { title: 'Homes' }, ratings: rated('red'), returns: [] })]);
    const silent = structuredClone(content);
    for (const row of silent.pageOne?.worse?.rows ?? []) for (const said of row.said) said.words = '';
    silent.findings = { total: 0, rows: [] };
    for (const row of silent.pageOne?.worse?.rows ?? []) row.returnWords = null;
    expect(answerTo('What is in', silent)).toContain('(no reason was recorded)');
    const [finding] = content.findings.rows;
    if (finding === undefined) throw new Error('a review without a return has a finding');
    silent.findings = {
      total: 1,
      rows: [
        {
          ...finding,
          kind: 'contradiction',
          because: 'Two papers differ.',
          subject: { ...finding.subject, review: 'a' },
        },
      ],
    };
    expect(answerTo('What is in', silent)).toContain('(Two papers differ)');
  });

  it.each([
    ['None of the 2 that are rated is Red or Amber/Red.', ['green', 'amber']],
    ['The one review that is rated is not Red or Amber/Red; of the other 1 it is not known.', ['green', null]],
    ['Not known: nobody has rated any review.', [null, null]],
  ] as const)('%s', (answer, ratings) => {
    const reviews = ratings.map((one, n) => aReview(`review-${n}`, { ratings: rated(one) }));
    expect(answerTo('What is in', rollUp(reviews).content)).toBe(answer);
  });
});

describe('What changed?', () => {
  const march = { month: '2014-03', nothingChanged: true, submittedAt: '2014-04-01T09:00:00.000Z' };
  const returns = [{ ...march, confirmedAt: '2014-04-02T09:00:00.000Z' }];
  const green = { sro: given('green', '2014-03-15'), assurance: null };
  const before = rollUp([aReview('a', { returns, ratings: green })], aSetting({ month: '2014-03' }));
  it('has under one heading ratings, reviews and what happened', () => {
    const { content } = rollUp(
      [aReview('a', { review: { title: 'Homes' }, ratings: rated('red') })],
      aSetting({ previous: asPrevious(before) }),
    );
    expect(answerTo('What changed', content)).toMatch(
      /^Since March 2014: 1 review is rated worse \(Homes\); no review came or left\. \d+ changes in all\.$/,
    );
  });

  it('says that there is none to compare the first report with', () => {
    expect(answerTo('What changed', before.content)).toBe(
      'This is the first report of the programme: there is none to compare it with.',
    );
  });

  it('has a milestone that was missed before no more among what is worse', () => {
    const milestones = [aMilestone({ id: 'm', title: 'The office is left', baseline: '2014-02-01', missed: true })];
    const was = rollUp([aReview('a', { milestones })], aSetting({ month: '2014-03' }));
    expect(was.content.pageOne?.worseBesides.join(' ')).toContain('Recorded as missed');
    const { content } = rollUp([aReview('a', { milestones })], aSetting({ previous: asPrevious(was) }));
    expect(content.pageOne?.worseBesides.join(' ')).not.toContain('Recorded as missed');
  });
});

describe('Each answer', () => {
  it('names figures by which it can be asked, but for one that says that something is not known to the report', () => {
    const { content } = rollUp([aReview('a', { ratings: rated('red') })], wide({ statedPositions: [required(3e6)] }));
    for (const { question, figures } of inShort(content))
      if (question !== 'What changed?') expect({ question, any: figures.length > 0 }).toEqual({ question, any: true });
  });

  it('leads among the pages to why its figures are what they are, passing over what there is none of', () => {
    const figure = (name: string, value: number) =>
      ({ figure: name, title: `Savings 2014/15: ${name}`, part: 'savings', unit: 'pounds', value }) as never;
    const whyOf = whyOfAnswers({ figures: [figure('required', 5), figure('gap', 0)] }, (name) => `/figures/${name}`);
    expect(String(whyOf(['gap', 'required', 'unknown']))).toBe(
      ' <span class="aside why-of">Why: <a href="/figures/required">2014/15: required</a></span>',
    );
    expect(whyOf(['gap'])).toBeNull();
  });
});
