import * as z from 'zod';
import { instantInWords } from '#language/instant-in-words.ts';
import { channelOfSubject, ListedMessage, type MessageState } from '#schemas/message.ts';
import { details, inLines, link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { eventsPath, messagesPath, peoplePath, personPath } from '../paths.ts';
import { asking } from '../question.ts';
import { may, type Screen, screen } from '../screen.ts';
import { keepersOfPeople, readersOfPeople } from './people.ts';

const Messages = z.object({ items: z.array(ListedMessage), next: z.string().nullable() });
type Listed = z.infer<typeof ListedMessage>;

const tagOf: Readonly<Record<MessageState, Html>> = {
  waiting: tag('To be sent', 'blue'),
  sending: tag('Being sent', 'blue'),
  sent: tag('Sent', 'green'),
  kept: tag('Kept here', 'grey'),
  'no-address': tag('No address', 'orange'),
  'given-up': tag('Not sent', 'red'),
};

const whatOf = ({ state, tries, perhapsTwice }: Listed): Html =>
  html`${tagOf[state]}${tries > 1 && html`<br>${tries} tries`}${perhapsTwice === true && html`<br>Perhaps delivered twice`}`;

/** Every message that was made, to whom, what it says and what became of it. */
export const messages: Screen = screen({
  path: messagesPath,
  roles: readersOfPeople,
  asks: ({ query }) => ({ list: asking('/messages', Messages, { limit: '50', cursor: query.cursor }) }),
  show: ({ list: { items, next } }, { viewer }) => ({
    title: 'Messages',
    crumbs: [{ text: 'People', to: peoplePath }],
    body: html`${paragraph('What people were sent about what waits for them, and channels about programmes, the latest first. A message that is kept here was sent nowhere. Messages are kept for some weeks.')}
${dataTable({
  caption: 'Messages',
  captionHidden: true,
  stacked: true,
  columns: [{ head: 'Made' }, { head: 'For' }, { head: 'Message' }, { head: 'What became of it' }],
  rows: items.map((one) => [
    instantInWords(one.madeAt),
    channelOfSubject(one.to) === undefined && may(viewer, keepersOfPeople)
      ? link(personPath(one.to), one.toName)
      : one.toName,
    html`${one.subject}${details('The whole message', inLines(one.text))}`,
    whatOf(one),
  ]),
  none: 'No message was made yet.',
})}
${paragraph(link(eventsPath, "Events for the council's own systems"))}
${next !== null && paragraph(link(`${messagesPath}?cursor=${encodeURIComponent(next)}`, 'Earlier messages'))}`,
  }),
});
