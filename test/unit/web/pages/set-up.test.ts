import { describe, expect, it } from 'vitest';
import type { Field } from '#registers/fields.ts';
import { partsOfSetUp } from '#web/pages/set-up/parts.ts';
import { programme } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/p';
const pages = '/pages/programmes/p/set-up';
const etag = '"programme:p:3"';
const record = {
  ...{ stageModel: { kind: 'service-review' }, services: [], portfolios: [], themes: [], boards: [] },
  ...programme,
  directorates: [{ id: 'adults', name: 'Adults' }],
};
const answers = () => ({ [api]: { body: { id: 'p', record, computed: { nextReport: '2026-10' } }, etag } });
const office = ['programme-office'] as const;

const filled = {
  ...{ name: 'Services for Tomorrow', council: 'Marlshire', fictional: 'no', reportDay: '6', returnsDueDay: '5' },
  ...{ 'firstMonth/month': '10', 'firstMonth/year': '2026' },
};

describe('a new programme', () => {
  const path = '/pages/programmes/_new';

  it('is set up at an id that is made of its name, from the beginning of its first month', async () => {
    const screens = screensBefore(answers, office);
    expect(await screens.reply(path, filled)).toMatchObject({
      kind: 'to',
      path: '/pages/programmes/services-for-tomorrow/set-up',
    });
    expect(screens.sent).toMatchObject([
      {
        ...{ method: 'PUT', path: '/programmes/services-for-tomorrow', version: 'new', effectiveAt: '2026-10-01' },
        body: {
          ...{ name: 'Services for Tomorrow', council: 'Marlshire', fictional: false },
          ...{
            stageModel: { kind: 'service-review' },
            reporting: { firstMonth: '2026-10', reportDay: 6, returnsDueDay: 5 },
          },
        },
      },
    ]);
  });

  it('of which the first month is still to come holds from now', async () => {
    const screens = screensBefore(answers, office);
    await screens.reply(path, { ...filled, 'firstMonth/year': '2027' });
    expect(screens.sent[0]?.effectiveAt).toBeUndefined();
  });

  it.each([
    ['without a name', { name: '' }, 'Name: must be filled in'],
    ['with a name of no letter', { name: '...' }, 'Name: must hold a letter or a digit'],
    ['without a council', { council: '' }, 'Council: must be filled in'],
    ['with returns due after the report', { returnsDueDay: '9' }, 'must not be after the report day'],
    ['with a day that months do not have', { reportDay: '31' }, 'must be a day from 1 to 28'],
  ])('%s is not sent, and what was filled in stays', async (_, over, message) => {
    const screens = screensBefore(answers, office);
    const page = screens.pageOf(await screens.reply(path, { ...filled, ...over }));
    expect(page.faults?.map((one) => one.message).join('; ')).toContain(message);
    expect(String(page.body)).toContain('value="2026"');
    expect(screens.sent).toEqual([]);
  });

  it('at a name that is taken says so', async () => {
    const screens = screensBefore(answers, office);
    screens.refuse({ status: 412, code: 'version.exists', detail: 'It was set up on 1 October 2026.' });
    const page = screens.pageOf(await screens.reply(path, filled));
    expect(page.faults).toMatchObject([{ message: 'It was set up on 1 October 2026.' }]);
  });
});

describe('the set-up as a list of tasks', () => {
  it('says what is recorded and what is not yet, and leads to a form for each', async () => {
    const text = String((await screensBefore(answers, office).opened(pages)).body);
    expect(text).toContain('1 recorded');
    expect(text).toContain('Nothing yet');
    for (const { id, title } of partsOfSetUp) {
      expect(text).toContain(`href="${pages}/${id}"`);
      expect(text).toContain(title);
    }
    expect(text).toContain(`href="${pages}/stages"`);
  });

  it('is only read by others', async () => {
    const text = String((await screensBefore(answers, ['finance']).opened(pages)).body);
    expect(text).not.toContain(`href="${pages}/`);
  });
});

describe('a part of the settings', () => {
  const labelled = (fields: readonly Field[]): boolean =>
    fields.every(
      ({ name, label, hint, fields: inner = [] }) =>
        (name === 'id' || (label !== '' && hint !== '')) && labelled(inner),
    );

  it.each(partsOfSetUp.map((part) => [part.id, part] as const))(
    '%s asks for each of its fields by label and hint',
    async (id, part) => {
      expect(part.fields.length).toBeGreaterThan(0);
      expect(labelled(part.fields)).toBe(true);
      const text = String((await screensBefore(answers, office).opened(`${pages}/${id}`)).body);
      for (const { label } of part.fields) expect(text).toContain(label);
    },
  );

  it('keeps what its form does not ask for, and gives a new word of a list an id of its own', async () => {
    const screens = screensBefore(answers, office);
    const values = {
      ...{ 'directorates/0/id': 'adults', 'directorates/0/name': 'Adults and health' },
      ...{ 'directorates/1/id': '', 'directorates/1/name': 'Place' },
    };
    expect(await screens.reply(`${pages}/directorates`, values, etag)).toMatchObject({ kind: 'to', path: pages });
    expect(screens.sent).toMatchObject([
      {
        ...{ method: 'PUT', path: api, version: etag },
        body: {
          name: programme.name,
          directorates: [
            { id: 'adults', name: 'Adults and health' },
            { id: 'place', name: 'Place' },
          ],
        },
      },
    ]);
  });

  it('changes the stages among those that there are', async () => {
    const screens = screensBefore(answers, office);
    await screens.reply(`${pages}/stages`, { kind: 'commissioning-cycle' }, etag);
    expect(screens.sent).toMatchObject([
      { body: { name: programme.name, stageModel: { kind: 'commissioning-cycle' } } },
    ]);
    const page = screens.pageOf(await screens.reply(`${pages}/stages`, { kind: 'own' }, etag));
    expect(page.faults).toMatchObject([{ message: 'Stages of a review: choose one of these' }]);
  });
});
