import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { PageOne, RatedOnPageOne } from '#schemas/page-one.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { Report } from '#schemas/report.ts';
import { count, type Fact, figure, gap, pounds, total, whole, words } from './fact.ts';
import { inShort } from './in-short/in-short.ts';
import { moneyInSentences } from './in-short/money.ts';
import { agreesInWords } from './page-one-answers.ts';
import { voiceNames } from './rating-mark.ts';

const page = 'Page one';

const decideFacts = (of: PageOne['decide']): readonly Fact[] =>
  of === null
    ? []
    : [
        count(page, 'Decisions due', of.total),
        ...of.rows.map((one) =>
          words(
            page,
            one.title,
            'To be decided',
            `${one.decision}: ${one.body}, ${dateStatementInWords(one.dueOn)}${one.overdue ? ', overdue' : ''}. ${one.recommended ?? 'No recommendation is recorded'}.`,
          ),
        ),
        ...of.besides.map((one) => words(page, whole, 'To be decided', one)),
      ];

const ratedFacts = (item: string, of: PageOne['worse']): readonly Fact[] =>
  of === null
    ? []
    : [
        count(page, `${item}: reviews`, of.total),
        ...of.rows.flatMap((one: RatedOnPageOne) => [
          words(page, one.title, item, ratingInWords(one.rating ?? 'not-rated')),
          ...one.said.map((said) =>
            words(page, one.title, `${item}: ${voiceNames[said.by]}`, `${ratingInWords(said.rating)}: ${said.words}`),
          ),
          ...(one.returnWords === null ? [] : [words(page, one.title, `${item}: return`, one.returnWords)]),
        ]),
      ];

const moneyFacts = (content: Report['content'], of: PageOne['money']): readonly Fact[] =>
  of === null
    ? []
    : [
        ...figure(page, of.year, 'Required', of.required),
        total(page, of.year, 'Achievable', of.achievable),
        ...(of.claimedPounds === null ? [] : [pounds(page, of.year, 'Claimed', of.claimedPounds)]),
        ...(of.validatedPounds === null ? [] : [pounds(page, of.year, 'Validated', of.validatedPounds)]),
        gap(page, of.year, of.stillToFind),
        ...[...moneyInSentences(content, of), ...of.later].map((one) => words(page, of.year, 'Sentence', one)),
      ];

const riskFacts = (of: PageOne['risks']): readonly Fact[] =>
  (of?.rows ?? []).flatMap((one) => [
    count(page, 'Score of a highest risk', one.score, one.riskTitle),
    ...(one.cause === null ? [] : [words(page, one.riskTitle, 'Cause', one.cause)]),
    ...one.controls.map((what) => words(page, one.riskTitle, 'Control', what)),
    ...one.actions.map((what) => words(page, one.riskTitle, 'Open action', what)),
  ]);

/** Page one for a spreadsheet, in its order; a report by `rules-1` has none. */
export const factsOfPageOne = (content: Report['content']): readonly Fact[] => {
  const { pageOne: of } = content;
  return of === undefined
    ? []
    : [
        ...inShort(content).map(({ question, words: answer }) => words(page, whole, question, answer)),
        ...decideFacts(of.decide),
        ...ratedFacts('Worse or in trouble', of.worse),
        ...of.worseBesides.map((one) => words(page, whole, 'Worse', one)),
        ...ratedFacts('Better', of.better),
        ...of.betterBesides.map((one) => words(page, whole, 'Better', one)),
        ...moneyFacts(content, of.money),
        words(page, whole, 'Reconciles', Object.values(agreesInWords(of, content)).join(' ')),
        ...(of.returns?.sentences ?? []).map((one) => words(page, whole, 'Who has not reported', one)),
        ...(of.position?.ratings ?? []).map((one) =>
          count(page, `Reviews by the worse rating: ${ratingInWords(one.rating)}`, one.count),
        ),
        ...(of.position?.sentences ?? []).map((one) => words(page, whole, 'Overall position', one)),
        ...riskFacts(of.risks),
      ];
};
