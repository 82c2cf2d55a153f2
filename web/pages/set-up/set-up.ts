import { counted } from '#language/in-words.ts';
import { team } from '#registers/declaration.ts';
import { isForPractice } from '#schemas/practice.ts';
import { Programme } from '#schemas/programme.ts';
import { stagesOf } from '#schemas/stages.ts';
import { heading2, link, paragraph, type Task, tag, taskList } from '../../design/blocks.ts';
import { html } from '../../html.ts';
import { programmePath, programmesPath, proposeTransferPath, reviewsPath, setUpPath } from '../paths.ts';
import { may, type Screen, screen } from '../screen.ts';
import { partsOfSetUp } from './parts.ts';
import { askSettings, programmeIn, setUpCrumbs } from './set-up-at.ts';

const stagesTask = (programme: string, model: unknown): Task => {
  const read = Programme.shape.stageModel.safeParse(model);
  const names = read.success ? stagesOf(read.data).map(({ name }) => name) : [];
  return {
    text: 'Stages of a review',
    to: setUpPath(programme, 'stages'),
    hint: names.join(', '),
    status: tag('Recorded', 'green'),
  };
};

const findingsTask = (programme: string, findings: unknown): Task => {
  const count = Array.isArray(findings) ? findings.length : 0;
  return {
    text: 'What reports find',
    to: setUpPath(programme, 'findings'),
    hint: count === 0 ? 'Everything is listed' : `${counted(count, 'finding')} accepted, switched off or limited`,
    status: count === 0 ? tag('Nothing yet', 'grey') : tag('Recorded', 'green'),
  };
};

/** What a programme is set up by, as a list of tasks: what is recorded, and what is not yet. */
export const setUp: Screen = screen({
  path: `${programmesPath}/{programmeId}/set-up`,
  asks: (at) => ({ programme: askSettings(at) }),
  show: ({ programme }, at) => {
    const id = programmeIn(at);
    const isOffice = may(at.viewer, ['programme-office']);
    const tasks = partsOfSetUp.map(({ id: part, title, inBrief }): Task => {
      const brief = inBrief(programme.record);
      return {
        text: title,
        ...(isOffice ? { to: setUpPath(id, part) } : {}),
        ...(brief === null ? {} : { hint: brief }),
        status: brief === null ? tag('Nothing yet', 'grey') : tag('Recorded', 'green'),
      };
    });
    const byHand = [stagesTask(id, programme.record.stageModel), findingsTask(id, programme.record.findings)];
    return {
      title: 'Programme set-up',
      caption: programme.record.name,
      crumbs: setUpCrumbs(at, programme),
      body: html`${paragraph('What is recorded here holds from now on. Reports of earlier months stay as they are.')}
${taskList('set-up', [...tasks, ...byHand.map(({ to, ...task }) => ({ ...task, ...(isOffice && to !== undefined ? { to } : {}) }))])}
${heading2('Next')}
${paragraph(link(reviewsPath(id), 'Open its reviews'))}
${paragraph(link(programmePath(id), 'Programme today'))}
${isForPractice(id) && may(at.viewer, team) && paragraph(link(setUpPath(id, 'example'), 'Fill it with an example'))}
${isOffice && !isForPractice(id) && paragraph(link(proposeTransferPath(id), 'Hand it over to another organisation'))}`,
    };
  },
});
