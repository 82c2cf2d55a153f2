import { monthInWords } from '#language/in-words.ts';
import type { Role } from '#schemas/people.ts';
import { Knowledge, type Rebuilt, ReportRun } from '#schemas/report-run.ts';
import { bulletList, button, heading2, insetText, link, paragraph, warningText } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import { valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, checkPath, monthEndPath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import type { Screen } from '../screen.ts';
import { apiMonthPath, askProgramme, askReports, monthAt, monthCrumbs, monthRoute, revisionsOf } from './month-at.ts';

export const checkers: readonly Role[] = ['assurance', 'programme-office'];

const knowledgeNames: Readonly<Record<Knowledge, { readonly label: string; readonly hint: string }>> = {
  // biome-ignore lint/suspicious/noThenProperty: the name that the API has
  then: {
    label: 'As it was recorded then',
    hint: 'Shows whether the published report is what the record said when it was made: its digest must be the same',
  },
  now: {
    label: 'As it is recorded now',
    hint: 'Shows in words what differs since corrections and what was recorded late',
  },
};

const digests = ({ publishedDigest, contentDigest }: Rebuilt): Html =>
  html`<p class="govuk-body-s">Digest of the published report: <code>${publishedDigest}</code><br>Digest of the report made again: <code>${contentDigest}</code></p>`;

const outcomeOf = (rebuilt: Rebuilt): Html => {
  const { knowledge, same, differences } = rebuilt;
  const said =
    knowledge === 'then'
      ? same
        ? insetText('The published report is what was recorded then: made again, it has the same digest.')
        : warningText(
            'The report made again has another digest than the published one. Report it to whoever runs the service.',
          )
      : differences.length === 0
        ? insetText('By what is recorded now the report would say the same.')
        : html`${paragraph('By what is recorded now the report would say otherwise:')}${bulletList(differences)}`;
  return html`${heading2(knowledgeNames[knowledge].label)}${said}${digests(rebuilt)}`;
};

const runShown = (run: ReportRun | null, here: string): Html | false => {
  if (run === null) return false;
  if (run.state === 'waiting' || run.state === 'running')
    return insetText('The report is being made again. ', link(here, 'Show it'));
  return run.rebuilt === null
    ? warningText(run.problem ?? 'The report could not be made again.')
    : outcomeOf(run.rebuilt);
};

/** Makes a published month again, to check that it is what was recorded, or to read what differs today. Nothing is published. */
export const checkReport: Screen = formScreen({
  path: `${monthRoute}/check`,
  roles: checkers,
  asks: (at) => ({
    programme: askProgramme(at),
    reports: askReports(at),
    run: orNothing(
      asking(
        `${apiChainPath({ programme: monthAt(at).programme })}/report-runs/${encodeURIComponent(at.query.run ?? 'none')}`,
        ReportRun,
      ),
    ),
  }),
  editionOf: ({ run }) => run?.id ?? 'none',
  start: () => ({ knowledge: 'then' }),
  show: ({ programme, reports, run }, at, { values, above, faultOf, sending }) => {
    const { month } = monthAt(at);
    const [latest] = revisionsOf(reports, month);
    const back = paragraph(link(monthEndPath(monthAt(at).programme, month), 'Back to the month end'));
    return {
      title: `Check the report of ${monthInWords(month)}`,
      caption: programme.record.name,
      crumbs: monthCrumbs(at, programme, true),
      body:
        latest === undefined
          ? html`${paragraph('No report of this month is published.')}${back}`
          : html`${above}${runShown(run, `${at.path}?run=${encodeURIComponent(at.query.run ?? '')}`)}
${paragraph(`Revision ${latest.revision} is made again from the whole history of the programme. Nothing is published, and nothing that is published changes.`)}
<form method="post" action="${at.path}" novalidate>${sending}
${radios({
  name: 'knowledge',
  label: 'By what',
  value: valueIn(values, 'knowledge'),
  fault: faultOf('knowledge'),
  options: Knowledge.options.map((value) => ({ value, ...knowledgeNames[value] })),
})}${button('Make it again')}</form>
${back}`,
    };
  },
  decide: (values, at) => {
    const knowledge = Knowledge.safeParse(valueIn(values, 'knowledge'));
    return knowledge.success
      ? {
          kind: 'send',
          sending: { method: 'POST', path: `${apiMonthPath(at)}/rebuilds`, body: { knowledge: knowledge.data } },
        }
      : { kind: 'faults', faults: new Map([['knowledge', 'choose by what the report is made again']]) };
  },
  done: (at, _, answer) => {
    const run = ReportRun.safeParse(answer);
    const { programme, month } = monthAt(at);
    return {
      path: `${checkPath(programme, month)}${run.success ? `?run=${encodeURIComponent(run.data.id)}` : ''}`,
      notice: 'The report is being made again. Nothing is published.',
    };
  },
});
