import * as z from 'zod';
import { link, paragraph } from '../../design/blocks.ts';
import { dataTable, summaryList } from '../../design/tables.ts';
import { html } from '../../html.ts';
import { plain } from '../../report/names.ts';
import { rulePath, rulesPath } from '../paths.ts';
import { type Page, type Screen, screen } from '../screen.ts';
import listed from './rules.json' with { type: 'json' };

/*
 * What the ids of rules mean: no finding, criterion or figure ends in a bare code. The list is written by `npm run docs`, with
 * docs/reference/rules.md.
 */

const Rule = z.object({
  id: z.string(),
  of: z.enum(['gate', 'record', 'finding', 'figure']),
  sentences: z.array(z.string()),
  stage: z.string().optional(),
  kind: z.string().optional(),
  who: z.string().optional(),
  what: z.string().optional(),
});
type Rule = z.infer<typeof Rule>;
const rules: readonly Rule[] = z.array(Rule).parse(listed);

/** What a rule says today; undefined of an id that is none. */
export const sentenceOfRule = (id: string): string | undefined => rules.find((one) => one.id === id)?.sentences[0];

const groups: readonly { readonly of: Rule['of']; readonly title: string; readonly meaning: string }[] = [
  {
    of: 'gate',
    title: 'Criteria of gates',
    meaning:
      'A criterion of a gate: what a review needs before it leaves a stage. Its SRO may waive it, for one move and with a reason.',
  },
  {
    of: 'record',
    title: 'Rules of what is recorded',
    meaning: 'A rule of what is recorded: what does not keep to it is refused, and nothing is changed.',
  },
  {
    of: 'finding',
    title: 'Findings of the monthly report',
    meaning:
      'A finding of the monthly report. A programme may switch it off, or accept what it finds until a day; the report then says so.',
  },
  {
    of: 'figure',
    title: 'Figures of the monthly report',
    meaning: 'How a figure of the monthly report is calculated.',
  },
];

const kindsInWords: Readonly<Record<string, string>> = {
  contradiction: 'Contradiction: two statements that are recorded cannot both hold',
  'data-gap': 'Data gap: what every review should state is missing',
  unreadable: 'Unreadable: a stored record cannot be read',
};

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const crumbs = [{ text: 'Rules', to: rulesPath }];

const ruleShown = (rule: Rule): Page => ({
  title: `Rule ${rule.id}`,
  crumbs,
  body: html`${rule.sentences.map((sentence) => html`<p class="govuk-body-l">${sentence}</p>`)}
${paragraph(groups.find(({ of }) => of === rule.of)?.meaning)}
${summaryList([
  ...(rule.kind === undefined ? [] : [{ key: 'Kind', value: kindsInWords[rule.kind] ?? rule.kind }]),
  ...(rule.stage === undefined ? [] : [{ key: 'Asked when leaving', value: capitalised(plain(rule.stage)) }]),
  ...(rule.who === undefined ? [] : [{ key: 'Who can put it right', value: rule.who }]),
  ...(rule.what === undefined ? [] : [{ key: 'What they do', value: rule.what }]),
])}`,
});

/** A report that was published long ago may name a rule that is not judged any more. */
const notAnyMore: Page = {
  title: 'This rule is not in use',
  crumbs,
  body: html`${paragraph('The service has no rule of that name today. A report that names it keeps the sentence of the rule beside what it found.')}
${paragraph(link(rulesPath, 'See all rules'))}`,
};

/** What one rule means. */
export const ruleScreen: Screen = {
  path: `${rulesPath}/{rule}`,
  open: async ({ params }) => {
    const found = rules.find(({ id }) => id === params.rule);
    return found === undefined
      ? { kind: 'page', status: 404, page: notAnyMore }
      : { kind: 'page', status: 200, page: ruleShown(found) };
  },
};

/** Every rule, by what it is about. */
export const rulesScreen: Screen = screen({
  path: rulesPath,
  asks: () => ({}),
  show: () => ({
    title: 'Rules',
    crumbs: [],
    body: html`${paragraph('What gates, forms and reports judge by. The id of a rule is never given to another one.')}
${groups.map(({ of, title }) =>
  dataTable({
    caption: title,
    columns: [{ head: 'Rule' }, { head: 'What it says' }],
    rows: rules
      .filter((rule) => rule.of === of)
      .map(({ id, sentences }) => [link(rulePath(id), id), sentences.join(' ')]),
    none: '',
  }),
)}`,
  }),
});
