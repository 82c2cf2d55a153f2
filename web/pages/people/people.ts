import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { fieldsOf } from '#registers/fields.ts';
import type { Role } from '#schemas/people.ts';
import { PersonEntry, PersonRecord, PersonSummary } from '#schemas/person.ts';
import { buttonGroup, buttonLink, insetText, link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable, summaryList } from '../../design/tables.ts';
import { html } from '../../html.ts';
import { messagesPath, peoplePath, personPath } from '../paths.ts';
import { asking } from '../question.ts';
import { askNamed, namedEntries, people } from '../registers/references.ts';
import { shownFields } from '../registers/shown-value.ts';
import { roleNames } from '../role-names.ts';
import { may, type Screen, screen } from '../screen.ts';

export const readersOfPeople: readonly Role[] = ['programme-office', 'assurance'];
export const keepersOfPeople: readonly Role[] = ['programme-office'];

const rolesInWords = (roles: readonly Role[]): string => roles.map((role) => roleNames[role]).join(', ');

const People = z.object({ items: z.array(PersonSummary), next: z.string().nullable() });

/** Who there is, in which roles, and when they were last seen. */
export const peopleList: Screen = screen({
  path: peoplePath,
  roles: readersOfPeople,
  asks: ({ query }) => ({ list: asking('/people', People, { limit: '100', cursor: query.cursor }) }),
  show: ({ list: { items, next } }, { viewer }) => {
    const keeps = may(viewer, keepersOfPeople);
    return {
      title: 'People',
      crumbs: [],
      body: html`${paragraph('Whom records may name, with the roles that their token last gave them. Roles are given where people sign in, not here.')}
${keeps && buttonLink(`${peoplePath}/_new`, 'Add a person')}
${paragraph(link(messagesPath, 'Messages that people were sent'))}
${dataTable({
  caption: 'People',
  captionHidden: true,
  columns: [{ head: 'Name' }, { head: 'Post' }, { head: 'Roles' }, { head: 'Last seen' }],
  rows: items.map(({ id, name, post, roles, lastSeen, sameAs }) => [
    html`${keeps ? link(personPath(id), name) : name}${sameAs !== null && html` ${tag('Same as another', 'grey')}`}`,
    post ?? '',
    rolesInWords(roles),
    lastSeen === null ? 'Never' : dateInWords(lastSeen),
  ]),
  none: 'Nobody is recorded yet.',
})}
${next !== null && paragraph(link(`${peoplePath}?cursor=${encodeURIComponent(next)}`, 'Next page'))}`,
    };
  },
});

/** The fields of a person; a deputy is somebody of the register. */
export const personFields = fieldsOf(PersonRecord).map((field) =>
  field.name === 'deputies'
    ? {
        ...field,
        fields: (field.fields ?? []).map((one) =>
          one.name === 'person' ? ({ ...one, kind: 'reference', register: people } as const) : one,
        ),
      }
    : field,
);

/** What the register says of a person, and what can be done. */
export const personScreen: Screen = screen({
  path: `${peoplePath}/{personId}`,
  roles: keepersOfPeople,
  asks: (at) => ({
    person: asking(`/people/${encodeURIComponent(at.params.personId ?? '')}`, PersonEntry),
    ...askNamed(personFields, [], at),
  }),
  show: (answers, at) => {
    const { id, record, facts } = PersonEntry.parse(answers.person);
    const here = personPath(id);
    const { nameOf } = namedEntries(answers, [], at);
    return {
      title: record.name,
      ...(record.post === undefined ? {} : { caption: record.post }),
      crumbs: [{ text: 'People', to: peoplePath }],
      body: html`${facts.erased !== null && insetText('Their name, post and address were erased. Records name them by their id alone.')}
${facts.erased === null && buttonGroup(buttonLink(`${here}/_change`, 'Change'))}
${summaryList([
  { key: 'Id in records', value: id },
  ...shownFields(personFields, record, nameOf),
  { key: 'Roles', value: rolesInWords(facts.roles) || 'None seen yet' },
  { key: 'Last seen', value: facts.lastSeen === null ? 'Never' : dateInWords(facts.lastSeen) },
])}
<ul class="govuk-list"><li>${link(`${here}/_pass-on`, 'Pass on all that they answer for')}</li>
${facts.erased === null && html`<li>${link(`${here}/_erase`, 'Erase their name, post and address for good')}</li>`}</ul>`,
    };
  },
});
