import { monthInWords } from '#language/in-words.ts';
import { addMonths, endOfMonth } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import { office } from '#schemas/operations/problem-lists.ts';
import { CloseMonth } from '#schemas/report-run.ts';
import { bulletList, link, paragraph } from '../../design/blocks.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { monthEndPath } from '../paths.ts';
import { decidedBy, formOfRecord, nameOfField } from '../registers/record-form.ts';
import { byId } from '../registers/shown-value.ts';
import type { Screen } from '../screen.ts';
import { apiMonthPath, askProgramme, monthAt, monthCrumbs, monthRoute } from './month-at.ts';

const fields = fieldsOf(CloseMonth);

/** Closes a month as not reported, so that the next one can be. */
export const closeMonth: Screen = formScreen({
  path: `${monthRoute}/not-reported`,
  roles: office,
  asks: (at) => ({ programme: askProgramme(at) }),
  start: () => ({}),
  nameOf: nameOfField(fields),
  show: ({ programme }, at, filled) => {
    const { programme: id, month } = monthAt(at);
    const back = monthEndPath(id, month);
    const isNext = programme.computed.nextReport === month && endOfMonth(month) < at.now;
    return {
      title: `Close ${monthInWords(month)} as not reported`,
      caption: programme.record.name,
      crumbs: monthCrumbs(at, programme, true),
      body: isNext
        ? formOfRecord({
            fields,
            at,
            filled,
            named: { nameOf: byId, optionsOf: () => [] },
            first: html`${paragraph('Use this where there is to be no board report of this month. Nothing that was recorded is lost.')}
${bulletList([
  `The next report is that of ${monthInWords(addMonths(month, 1))}. It goes on from the report that was published last, and says that this month was not reported and why.`,
  'What happened in this month stands in that next report.',
  'The report of this month can still be published later.',
])}`,
            cancel: back,
            save: 'Close the month',
          })
        : html`${paragraph('It is not the month that is to be reported next, or it has not ended, so it cannot be closed.')}${paragraph(link(back, 'Back to the month end'))}`,
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(fields, values, which, (body) => ({
      method: 'POST',
      path: `${apiMonthPath(at)}/not-reported`,
      body,
    })),
  done: (at) => ({
    path: monthEndPath(monthAt(at).programme, monthAt(at).month),
    notice: `${monthInWords(monthAt(at).month)} is closed as not reported.`,
  }),
});
