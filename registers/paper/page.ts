import { counted, dateInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { PaperKind, type PapersPart } from './record.ts';

/** Papers with their addresses, which paper shows in full; the latest first. */
export const papersPage: RegisterPage<PapersPart> = {
  section: { id: 'papers', title: 'Papers' },
  body: (part) => [
    part.total === 0
      ? none('No paper of a review that is counted or has ended, or of the programme, is in the register.')
      : html`<p>${counted(part.total, 'paper')} in the register. Each is kept where its address says.</p>`,
    part.total > 0 &&
      table({
        caption: 'Papers, the latest first',
        columns: [{ head: 'Paper' }, { head: 'Of' }, { head: 'Dated' }, { head: 'Address' }],
        rows: part.rows.rows.map((one) => [
          html`${one.paperTitle}<span class="under">${labelOf(PaperKind, one.kind)}</span>`,
          subject(one),
          dateInWords(one.dated),
          one.address.startsWith('https://') ? html`<a href="${one.address}">${one.address}</a>` : one.address,
        ]),
        none: '',
        total: part.rows.total,
      }),
  ],
  facts: (part) => [
    count('Papers', 'In all', part.total),
    ...part.rows.rows.map((one) =>
      words('Papers', one.title, one.paperTitle, `${dateInWords(one.dated)}, ${one.address}`),
    ),
  ],
};
