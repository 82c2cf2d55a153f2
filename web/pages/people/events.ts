import * as z from 'zod';
import { counted } from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import { EventDestination } from '#schemas/event-delivery.ts';
import { ProgrammeEvent, programmeEvents } from '#schemas/programme-events.ts';
import { link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { eventsPath, messagesPath, peoplePath } from '../paths.ts';
import { asking } from '../question.ts';
import { type Screen, screen } from '../screen.ts';
import { readersOfPeople } from './people.ts';

const Events = z.object({
  items: z.array(ProgrammeEvent),
  next: z.string().nullable(),
  destinations: z.array(EventDestination),
});

const standing = ({ failures, failingSince, notBefore, leftOutSince }: z.infer<typeof EventDestination>): Html => {
  if (leftOutSince !== undefined)
    return html`${tag('Not chosen any more', 'grey')}<br>Sent nothing since ${instantInWords(leftOutSince)}`;
  if (failures === 0) return tag('Takes events', 'green');
  return html`${tag('Takes nothing', 'red')}<br>${counted(failures, 'failure')}${failingSince !== undefined && html` since ${instantInWords(failingSince)}`}${
    notBefore !== undefined && html`<br>Tried again from ${instantInWords(notBefore)}`
  }`;
};

/** What happened, for the council's own systems, and how far each of them has come. */
export const events: Screen = screen({
  path: eventsPath,
  roles: readersOfPeople,
  asks: ({ query }) => ({ list: asking('/events', Events, { limit: '50', cursor: query.cursor }) }),
  show: ({ list: { items, next, destinations } }) => ({
    title: 'Events',
    crumbs: [
      { text: 'People', to: peoplePath },
      { text: 'Messages', to: messagesPath },
    ],
    body: html`${paragraph('What happened in programmes, as systems of the council hear it: without words and names. Events are kept for some weeks.')}
${dataTable({
  caption: 'Where they go',
  stacked: true,
  columns: [
    { head: 'Destination' },
    { head: 'Has come to event', numeric: true },
    { head: 'Last took one' },
    { head: 'How it stands' },
  ],
  rows: destinations
    .toSorted((a, b) => Number(a.leftOutSince !== undefined) - Number(b.leftOutSince !== undefined))
    .map((one) => [
      one.id === 'bus' ? 'The event bus' : one.id,
      String(one.upTo),
      one.tookAt === undefined ? 'Not yet' : instantInWords(one.tookAt),
      standing(one),
    ]),
  none: 'No system of the council gets events.',
})}
${dataTable({
  caption: 'Events, the latest first',
  stacked: true,
  columns: [{ head: 'Event' }, { head: 'Recorded' }, { head: 'What happened' }, { head: 'Of what' }],
  rows: items.map(({ sequence, time, type, subject, data }) => [
    String(Number(sequence)),
    instantInWords(time),
    programmeEvents[type].says,
    link(new URL(data.link).pathname, subject),
  ]),
  none: 'No event was made yet.',
})}
${next !== null && paragraph(link(`${eventsPath}?cursor=${encodeURIComponent(next)}`, 'Earlier events'))}`,
  }),
});
