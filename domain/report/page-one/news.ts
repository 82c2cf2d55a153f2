import { counted as countOf, dateInWords, listed, reviewsAndParts } from '#language/in-words.ts';
import { type FinancialYear, monthOfDate } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isLeftOut } from '../left-out.ts';
import type { MeasuredContent } from '../measured-content.ts';
import { named } from '../named.ts';
import { isMade } from '../not-made.ts';
import { toFindInWords } from './money.ts';

/*
 * What became worse or better besides the ratings, a sentence each, and what waits for the board besides the decisions: each from the
 * lists of a section, by name.
 */

interface Titled {
  readonly title: string;
}
const titlesOf = (rows: readonly Titled[]): string[] => rows.map(({ title }) => title);
const quoted = (what: string, { title }: Titled): string => `“${what}” (${title})`;

/** Whether a section is shown: then page one may speak of it. */
export const isShown = (content: MeasuredContent, part: keyof ReportContent): boolean =>
  isMade(content, part) && !isLeftOut(content, part);

const sentence = (total: number, said: () => string): string[] => (total === 0 ? [] : [said()]);

const risksThat = ({ risks }: MeasuredContent, direction: 'up' | 'down'): string[] => {
  const rows = risks.moved.rows.filter((one) => one.direction === direction);
  // Where the list has no room for all, how many went which way is not known.
  if (risks.moved.rows.length < risks.moved.total) return [];
  return sentence(rows.length, () => {
    const names = rows.map((one) => `${quoted(one.risk.title, one)}, ${one.risk.score}, was ${one.previousScore ?? 0}`);
    return `${countOf(rows.length, 'risk')} went ${direction}: ${named(names, rows.length)}.`;
  });
};

/** What is still to find of a year against the report before, where both know it. */
const gapMoved = (now: MeasuredContent, before: ReportContent | null, year: FinancialYear) => {
  const [is, was] = [now, before].map((one) => one?.savings.years.find((row) => row.year === year)?.gap ?? null);
  if (!is || !was || is.high === was.high || before?.ruleSet !== now.ruleSet) return { worse: [], better: [] };
  const said = [`Still to find in ${year}: ${toFindInWords(is)}; it was ${toFindInWords(was)}.`];
  return is.high > was.high ? { worse: said, better: [] } : { worse: [], better: said };
};

const newHighIssues = ({ issues, month }: MeasuredContent): string[] => {
  const rows = (issues.highOpen?.rows ?? []).filter(({ raisedOn }) => monthOfDate(raisedOn) === month);
  return sentence(rows.length, () => {
    const names = rows.map((one) => quoted(one.issueTitle, one));
    return `Raised in the month, of high severity: ${named(names, rows.length)}.`;
  });
};

const settled = ({ decisions }: MeasuredContent): string[] => {
  const { rows, total } = decisions.settled ?? { rows: [], total: 0 };
  return sentence(total, () => {
    const names = rows.map((one) => `${quoted(one.decision, one)}, ${one.how}`);
    return `No longer due as it was: ${named(names, total)}.`;
  });
};

const movesOf = ({ moves }: MeasuredContent, direction: 'forward' | 'back'): string[] => {
  const rows = moves.rows.filter((one) => one.direction === direction);
  if (moves.rows.length < moves.total) return [];
  return sentence(rows.length, () => {
    const names = rows.map(({ title, to }) => `${title} to ${to}`);
    return `Moved ${direction === 'back' ? 'back a stage' : 'on to their next stage'}: ${named(names, rows.length)}.`;
  });
};

/** Words within a sentence that goes on. */
const withoutStop = (words: string): string => words.replace(/[.\s]+$/, '');

type Missed = ReportContent['milestones']['missed']['rows'][number];
const milestoneKey = ({ review, milestone }: Missed): string => JSON.stringify([review, milestone]);

/** The milestones that were not among those missed in the report before, and how many were. */
const missed = ({ milestones: { missed: late } }: MeasuredContent, before: ReportContent | null): string[] => {
  const known = new Set(before?.milestones.missed.rows.map(milestoneKey));
  const fresh = late.rows.filter((one) => !known.has(milestoneKey(one)));
  const total = late.total - (late.rows.length - fresh.length);
  return sentence(total, () => {
    const names = fresh.map(({ milestone, title, reason }) => {
      const why = reason === undefined ? 'no reason recorded' : `because: ${withoutStop(reason)}`;
      return `“${milestone}” (${title}, ${why})`;
    });
    const rest = late.total - total;
    return `Recorded as missed: ${named(names, total)}${rest === 0 ? '' : `; ${rest} more ${rest === 1 ? 'was' : 'were'} missed before`}.`;
  });
};

const left = ({ flow }: MeasuredContent, how: 'completed' | 'stopped'): string[] => {
  const rows = flow.left.rows.filter((one) => one.how === how);
  if (flow.left.rows.length < flow.left.total) return [];
  return sentence(rows.length, () => {
    const names = rows.map(({ title, on }) => `${title} on ${dateInWords(on)}`);
    return `${how === 'completed' ? 'Completed' : 'Stopped'}: ${named(names, rows.length)}.`;
  });
};

const taken = ({ decisions }: MeasuredContent): string[] =>
  sentence(decisions.taken.total, () => {
    const { rows, total } = decisions.taken;
    const names = rows.map((one) => `${quoted(one.decision, one)} by ${one.body}`);
    return `${countOf(total, 'decision')} taken: ${named(names, total)}.`;
  });

/** The parts of a list of sentences that are of sections which are shown. */
const ofShown = (
  content: MeasuredContent,
  parts: readonly (readonly [part: keyof ReportContent, said: () => string[]])[],
): string[] => parts.flatMap(([part, said]) => (isShown(content, part) ? said() : []));

export const worseBesides = (now: MeasuredContent, before: ReportContent | null, year: FinancialYear): string[] =>
  ofShown(now, [
    ['savings', () => gapMoved(now, before, year).worse],
    ['flow', () => left(now, 'stopped')],
    ['moves', () => movesOf(now, 'back')],
    ['risks', () => risksThat(now, 'up')],
    ['issues', () => newHighIssues(now)],
    ['milestones', () => missed(now, before)],
    ['decisions', () => settled(now)],
  ]);

export const betterBesides = (now: MeasuredContent, before: ReportContent | null, year: FinancialYear): string[] =>
  ofShown(now, [
    ['savings', () => gapMoved(now, before, year).better],
    ['flow', () => left(now, 'completed')],
    ['moves', () => movesOf(now, 'forward')],
    ['decisions', () => taken(now)],
    ['risks', () => risksThat(now, 'down')],
  ]);

/** What the board is asked besides decisions: conditions of approvals that are overdue, and changes that nobody has decided on. */
export const decideBesides = (now: MeasuredContent): string[] =>
  ofShown(now, [
    [
      'businessCases',
      () => {
        const { overdue } = now.businessCases.conditions;
        const names = overdue.rows.map((one) => `${quoted(one.condition, one)}, due ${dateInWords(one.dueOn)}`);
        return sentence(
          overdue.total,
          () =>
            `${countOf(overdue.total, 'condition of an approval is', 'conditions of approvals are')} overdue: ${named(names, overdue.total)}.`,
        );
      },
    ],
    [
      'changeRequests',
      () => {
        const { rows, total } = now.changeRequests?.openRows ?? { rows: [], total: 0 };
        return sentence(
          total,
          () =>
            `${countOf(total, 'change request waits', 'change requests wait')} for a decision: ${named(
              rows.map(
                (one) =>
                  `“${one.changeTitle}” (${one.title}), asked for by ${one.askedBy}, waiting since ${dateInWords(one.raisedOn)}`,
              ),
              total,
            )}.`,
        );
      },
    ],
  ]);

/** Which reviews have not reported, by what is outstanding; none where every return came in time. */
export const returnsInWords = ({ returns, counts }: MeasuredContent): { notIn: number; sentences: string[] } => {
  const { expected, received, late, unconfirmed, missing } = returns;
  const notIn = missing.total + unconfirmed.total;
  if (expected === 0) return { notIn, sentences: ['No return was expected for this month.'] };
  const those = reviewsAndParts(expected, counts.counted);
  if (notIn + late.total === 0) return { notIn, sentences: [`All ${those} reported in time.`] };
  // Whom the question is about comes first, with of how many.
  const lists = [
    [missing, 'sent no return'],
    [unconfirmed, unconfirmed.total === 1 ? 'is not confirmed by an SRO' : 'are not confirmed by an SRO'],
    [late, 'came late'],
  ] as const;
  const sentences = lists
    .filter(([{ total }]) => total > 0)
    .map(([{ rows, total }, what], n) => {
      const names = total > mostNamedInFull ? named(titlesOf(rows), total) : listed(titlesOf(rows));
      return `${total}${n === 0 ? ` of ${those}` : ''} ${what}: ${names}.`;
    });
  return {
    notIn,
    sentences: [...sentences, `${received.numerator === 0 ? 'None' : received.numerator} reported in time.`],
  };
};
/** So many are named one by one: who has not reported is for all to see. */
const mostNamedInFull = 12;
