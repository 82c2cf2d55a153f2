import { fieldsOf } from '#registers/fields.ts';
import { ChooseMessages, Me } from '#schemas/person.ts';
import { bulletList, paragraph } from '../../design/blocks.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { messagesOfMinePath, yourWorkPath } from '../paths.ts';
import { asking } from '../question.ts';
import { decidedBy, formOfRecord, nameOfField } from '../registers/record-form.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import type { Screen } from '../screen.ts';

const fields = fieldsOf(ChooseMessages);

/** How whoever looks gets messages. */
export const yourMessages: Screen = formScreen({
  path: messagesOfMinePath,
  asks: (at) => ({ me: asking('/me', Me), ...askNamed(fields, [], at) }),
  start: ({ me }) => ({ messages: Me.parse(me).messages }),
  nameOf: nameOfField(fields),
  show: (answers, at, filled) => ({
    title: 'Your messages',
    crumbs: [],
    body: html`${paragraph('A message says what waits for you and what is new:')}
${bulletList([
  'returns that are due, three working days before and the day after',
  'outcomes, gates and confirmations that wait for you as an SRO',
  'reviews of risks and actions past their day, in reviews that you lead',
  'what is claimed, for finance; months to close, for the programme office; reports that are published',
])}
${paragraph('It goes to the email address that the programme office has recorded for you. Nothing that is exempt from publication is in it.')}
${formOfRecord({ fields, at, filled, named: namedEntries(answers, [], at), cancel: yourWorkPath })}`,
  }),
  decide: (values, _, __, { which }) =>
    decidedBy(fields, values, which, (record) => ({ method: 'POST', path: '/me/messages', body: record })),
  done: () => ({ path: yourWorkPath, notice: 'Your choice was saved.' }),
});
