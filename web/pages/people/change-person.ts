import { fieldsOf } from '#registers/fields.ts';
import { ErasePerson, PassedOn, PassOn, PersonEntry } from '#schemas/person.ts';
import { warningText } from '../../design/blocks.ts';
import { valuesOf } from '../../forms/record-values.ts';
import { formScreen } from '../form-screen.ts';
import { peoplePath, personPath } from '../paths.ts';
import { asking } from '../question.ts';
import { decidedBy, formOfRecord, idOfNew, nameOfField } from '../registers/record-form.ts';
import { askNamed, namedEntries, people } from '../registers/references.ts';
import type { At, Crumb, Screen } from '../screen.ts';
import { keepersOfPeople, personFields } from './people.ts';

const api = ({ params }: At): string => `/people/${encodeURIComponent(params.personId ?? '')}`;
const here = ({ params }: At): string => personPath(params.personId ?? '');
const askPerson = (at: At) => asking(api(at), PersonEntry);
const crumbs: readonly Crumb[] = [{ text: 'People', to: peoplePath }];
const crumbsBelow = (at: At, name: string): readonly Crumb[] => [...crumbs, { text: name, to: here(at) }];

/** Changes the name, post, address or deputies of a person. */
export const changePerson: Screen = formScreen({
  path: `${peoplePath}/{personId}/_change`,
  roles: keepersOfPeople,
  asks: (at) => ({ person: askPerson(at), ...askNamed(personFields, [], at) }),
  versionOf: 'person',
  start: ({ person }) => valuesOf(personFields, PersonEntry.parse(person).record),
  nameOf: nameOfField(personFields),
  show: (answers, at, filled) => {
    const { record } = PersonEntry.parse(answers.person);
    return {
      title: `Change ${record.name}`,
      crumbs: crumbsBelow(at, record.name),
      body: formOfRecord({
        fields: personFields,
        at,
        filled,
        named: namedEntries(answers, [], at),
        cancel: here(at),
      }),
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(personFields, values, which, (record) => ({ method: 'PUT', path: api(at), body: record })),
  done: (at) => ({ path: here(at), notice: 'It was saved.' }),
});

/** Enters a person before they ever sign in. */
export const addPerson: Screen = formScreen({
  path: `${peoplePath}/_new`,
  roles: keepersOfPeople,
  asks: (at) => askNamed(personFields, [], at),
  adds: {
    screen: changePerson,
    at: ({ params }, id) => ({ path: `${personPath(id)}/_change`, params: { ...params, personId: id } }),
  },
  start: () => ({}),
  nameOf: nameOfField(personFields),
  show: (answers, at, filled) => ({
    title: 'Add a person',
    crumbs,
    body: formOfRecord({
      fields: personFields,
      at,
      filled,
      named: namedEntries(answers, [], at),
      cancel: peoplePath,
    }),
  }),
  decide: (values, _, __, { which, key }) =>
    decidedBy(personFields, values, which, (record) => ({
      method: 'PUT',
      path: `/people/${encodeURIComponent(idOfNew({ title: record.name }, 'person', key))}`,
      body: record,
      version: 'new',
    })),
  done: (_, __, answer) => {
    const { id, record } = PersonEntry.parse(answer);
    return { path: personPath(id), notice: `${record.name} was added.` };
  },
});

const passOnFields = fieldsOf(PassOn).map((field) =>
  field.name === 'to' ? ({ ...field, kind: 'reference', register: people } as const) : field,
);

const leftInWords = ({ left, passedOn, complete }: PassedOn): string =>
  [
    `${passedOn.length} ${passedOn.length === 1 ? 'review was' : 'reviews were'} passed on.`,
    ...left.map(({ what, detail }) => `Left: ${what}. ${detail}`),
    ...(complete || left.length > 0 ? [] : ['There are more: pass on again.']),
  ].join(' ');

/** Passes all that somebody answers for on to another. */
export const passOn: Screen = formScreen({
  path: `${peoplePath}/{personId}/_pass-on`,
  roles: keepersOfPeople,
  asks: (at) => ({ person: askPerson(at), ...askNamed(passOnFields, [], at) }),
  start: () => ({}),
  nameOf: nameOfField(passOnFields),
  show: (answers, at, filled) => {
    const { record } = PersonEntry.parse(answers.person);
    return {
      title: `Pass on what ${record.name} answers for`,
      crumbs: crumbsBelow(at, record.name),
      body: formOfRecord({
        fields: passOnFields,
        at,
        filled,
        named: namedEntries(answers, [], at),
        cancel: here(at),
        save: 'Pass on',
      }),
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(passOnFields, values, which, (record) => ({ method: 'POST', path: `${api(at)}/handover`, body: record })),
  done: (at, _, answer) => ({ path: here(at), notice: leftInWords(PassedOn.parse(answer)) }),
});

const eraseFields = fieldsOf(ErasePerson);

/** Erases every name, post and address of a person. */
export const erasePerson: Screen = formScreen({
  path: `${peoplePath}/{personId}/_erase`,
  roles: keepersOfPeople,
  asks: (at) => ({ person: askPerson(at) }),
  versionOf: 'person',
  reread: (values) => values,
  start: () => ({}),
  nameOf: nameOfField(eraseFields),
  show: (answers, at, filled) => {
    const { record } = answers.person;
    return {
      title: `Erase ${record.name}`,
      crumbs: crumbsBelow(at, record.name),
      body: formOfRecord({
        fields: eraseFields,
        at,
        filled,
        named: namedEntries(answers, [], at),
        first: warningText('This cannot be undone. Records name them by their id alone from then on.'),
        cancel: here(at),
        save: 'Erase for good',
      }),
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(eraseFields, values, which, (record) => ({ method: 'POST', path: `${api(at)}/erasure`, body: record })),
  done: (at) => ({ path: here(at), notice: 'It was erased.' }),
});
