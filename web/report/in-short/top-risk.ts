import { counted, dateInWords, listed } from '#language/in-words.ts';
import { scoreInWords, withScore } from '#registers/risk/page-bands.ts';
import { bandInWords } from '#registers/risk/record.ts';
import { ended } from '../page-one-room.ts';
import { type Answer, type Content, type Lengths, within } from './answer.ts';

type Top = Content['risks']['top']['rows'][number];

/** What is to be done next: the action that is due first, else when the risk is looked at again. */
const nextOf = ({ words, risk }: Top, most: number): string => {
  const actions = (words?.actions ?? []).toSorted((one, other) =>
    (one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1,
  );
  const [first] = actions;
  if (first === undefined)
    return risk.nextReviewOn === null ? '' : `It is reviewed again by ${dateInWords(risk.nextReviewOn)}`;
  const { what, owner, dueOn } = first;
  return `To be done next: ${within(what, most)} (${owner ?? 'nobody named'}, ${dueOn === null ? 'no date' : `by ${dateInWords(dueOn)}`})`;
};

/** What is done about the highest risk: its controls, its owner, and what comes next and when. */
export const topRisk = (content: Content, { title, words }: Lengths): Answer => {
  const figures = ['risks.open', 'risks.overdue'];
  const list = content.pageOne?.risks;
  if (!list) return { words: 'Not said: the risks are not in this report.', figures: [] };
  const [first] = list.rows;
  if (first === undefined)
    return {
      words:
        list.total > 0
          ? `${counted(list.total, 'open risk has', 'open risks have')} a score; this shortened report has no room for them.`
          : content.risks.open === 0
            ? 'Not known: no risk is recorded as open.'
            : 'Not known: no open risk has a score.',
      figures,
    };
  const row = content.risks.top.rows.find(({ risk, review }) => risk.id === first.risk && review === first.review);
  const controls = first.controls.map((one) => within(one, words));
  const next =
    row === undefined
      ? (first.actions.map((one) => `To be done next: ${within(one, words)}`)[0] ?? '')
      : nextOf(row, words);
  const parts = [
    ...(first.cause === null ? [] : [`Because: ${within(first.cause, words)}`]),
    ...(controls.length === 0 ? [] : [`In place: ${listed(controls.slice(0, 2))}`]),
    ...(next === '' ? [] : [next]),
    ...(controls.length === 0 && next === '' ? ['Nothing is recorded as done about it'] : []),
  ];
  const name = within(first.riskTitle, title);
  // A risk that is named by its review says so once.
  const whose = first.review === null || name.includes(first.title) ? '' : ` (${within(first.title, title)})`;
  const owner = first.owner === null ? 'no owner' : `owned by ${within(first.owner, title)}`;
  const alike = withScore(content.risks, first.score) - 1;
  const others = alike <= 0 ? '' : ` (${counted(alike, 'other scores', 'others score')} the same)`;
  const score = `${scoreInWords(content.risks, first.score)}, ${bandInWords(first.band)}${others}`;
  return { words: [`“${name}”${whose}: ${score}, ${owner}`, ...parts].map(ended).join(' '), figures };
};
