import type { ReportDraft } from '#schemas/report-draft.ts';
import { type Html, html } from '../../html.ts';
import { draftFilePath } from '../paths.ts';
import { fileScreens, filesAt } from '../reports/files.ts';
import type { At, Screen } from '../screen.ts';
import { apiMonthPath, monthAt, monthRoute } from './month-at.ts';

/** Where a draft can be had as a file; in the public view too, where whoever reads it sees more. */
export const filesOfDraft = (at: At, { view }: ReportDraft): Html => {
  const { programme, month } = monthAt(at);
  return html`${filesAt('Keep it or circulate it, marked as a draft', (format) => draftFilePath(programme, month, format))}${
    view === 'full' &&
    filesAt('In the public view, without what is exempt', (format) => draftFilePath(programme, month, format, 'public'))
  }`;
};

export const draftFiles: readonly Screen[] = fileScreens(
  `${monthRoute}/draft`,
  (at) => `${apiMonthPath(at)}/drafts/latest${at.query.view === 'public' ? '?view=public' : ''}`,
);
