import { counted, dateInWords } from '#language/in-words.ts';
import { addMonths, type LocalDate, lastDayOf } from '#language/time.ts';
import { dateStatementInWords, dateStatementKey } from '#schemas/date-statement.ts';
import type { PageOne } from '#schemas/page-one.ts';
import { type Answer, type Content, firstOf, type Lengths, within } from './answer.ts';

/** A report stands until the next one is read: what falls due by the end of the second month after it is to be decided on it. */
const monthsAhead = 2;

export const horizonOf = ({ month }: Pick<Content, 'month'>): LocalDate => lastDayOf(addMonths(month, monthsAhead));

type Due = NonNullable<PageOne['decide']>['rows'][number];

/** The decisions that are to be taken on this report, and of the others how many there are. */
export const decisionsByDay = (content: Content) => {
  const { rows = [], total = 0 } = content.pageOne?.decide ?? {};
  const horizon = horizonOf(content);
  const isNow = ({ dueOn }: Pick<Due, 'dueOn'>): boolean => dateStatementKey(dueOn) <= horizon;
  const now = rows.filter(isNow);
  // Page one keeps the first ten: how many more there are by that day the section knows, where it has its rows.
  const { due } = content.decisions;
  const known = due.rows.length > rows.length ? due.rows : rows;
  const allNow = known.length < total && known.every(isNow) ? total : known.filter(isNow).length;
  const [first] = rows.filter((one) => !isNow(one) && dateStatementKey(one.dueOn) !== '9999');
  const undated = known.filter(({ dueOn }) => dateStatementKey(dueOn) === '9999').length;
  return { horizon, now, total: allNow, later: total - allNow - undated, undated, firstLater: first };
};

/** That others are due later, in one line; null where none are. */
export const laterInWords = (content: Content, title: number): string | null => {
  const { horizon, later, undated, firstLater } = decisionsByDay(content);
  if (later + undated === 0) return null;
  const first =
    firstLater === undefined
      ? ''
      : `${later === 1 ? ': ' : ', the first '}“${within(firstLater.decision, title)}”, ${dateStatementInWords(firstLater.dueOn)}`;
  const parts = [
    ...(later === 0
      ? []
      : [`${counted(later, 'decision is', 'decisions are')} due after ${dateInWords(horizon)}${first}`]),
    ...(undated === 0 ? [] : [`of ${counted(undated, 'decision')} no date is stated`]),
  ];
  const words = parts.join('; ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
};

/** What waits for the board besides decisions. */
const besidesInWords = ({ businessCases, changeRequests }: Content, besides: readonly string[]): string => {
  if (besides.length === 0) return '';
  const overdue = businessCases.conditions.overdue.total;
  const open = changeRequests?.openRows.total ?? 0;
  return ` ${[
    ...(overdue === 0
      ? []
      : [`${counted(overdue, 'condition of an approval is', 'conditions of approvals are')} overdue.`]),
    ...(open === 0 ? [] : [`${counted(open, 'change request waits', 'change requests wait')} for a decision.`]),
  ].join(' ')}`;
};

/** What the board must decide on this report. */
export const toDecide = (content: Content, { title, named }: Lengths): Answer => {
  const { decide } = content.pageOne ?? {};
  if (!decide) return { words: 'Not said: the decisions are not in this report.', figures: [] };
  const figures = ['decisions.due', 'business-cases.overdue-conditions', 'change-requests.open-or-deferred'];
  const { horizon, now, total, later, undated } = decisionsByDay(content);
  const until = dateInWords(horizon);
  const rest = besidesInWords(content, decide.besides);
  const others = later + undated;
  const elsewhen = [...(later === 0 ? [] : ['later']), ...(undated === 0 ? [] : ['without a date'])].join(' or ');
  if (total === 0)
    return {
      words: `${
        others === 0
          ? 'No decision is recorded as due.'
          : `No decision is due by ${until}; ${others} ${others === 1 ? 'is' : 'are'} due ${elsewhen}.`
      }${rest}`,
      lead: `${others === 0 ? 'No decision is recorded as due' : `No decision is due by ${until}`}${rest === '' ? '.' : ', but this waits:'}`,
      figures,
    };
  if (now.length === 0) return { words: `${counted(total, 'decision is', 'decisions are')} due.${rest}`, figures };
  const overdue = now.filter((one) => one.overdue).length;
  const names = now.map(
    (one) => `“${within(one.decision, title)}” (${within(one.body, title)}, ${dateStatementInWords(one.dueOn)})`,
  );
  const lead = `${counted(total, 'decision')} by ${until}${overdue === 0 ? '' : overdue === total ? `, ${total === 1 ? '' : 'all '}overdue` : `, ${overdue} of them overdue`}`;
  return { words: `${lead}: ${firstOf(names, total, named)}.${rest}`, lead: `${lead}.`, figures };
};
