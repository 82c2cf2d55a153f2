import { describe, expect, it } from 'vitest';
import type { Field } from '#registers/fields.ts';
import { Programme } from '#schemas/programme.ts';
import { partsOfSetUp } from '#web/pages/set-up/parts.ts';
import { programme } from '../../../support/records.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

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

  /** Something of every setting. */
  const everything = Programme.parse({
    ...record,
    ...{ phase: 'Two', approved: 'By Cabinet', source: 'A paper', pausedCounts: false, ratingScheme: 'five-point' },
    ...{ services: ['Libraries', 'Parking'], themes: [{ id: 'digital', name: 'Digital' }] },
    ...{ objectives: [{ id: 'one', name: 'One' }], boards: [{ id: 'cabinet', name: 'Cabinet', duties: ['Decides'] }] },
    riskMatrix: {
      likelihoodWords: ['Rare', 'Possible', 'Likely'],
      impactWords: ['Minor', 'Serious', 'Severe'],
      impactWeights: [1, 2, 5],
      bands: [
        { name: 'Green', upTo: 4, nextReviewMonths: 6 },
        { name: 'Red', nextReviewMonths: 1 },
      ],
    },
    deliveryModels: ['do-nothing', 'in-house-improve'],
    decisionRoute: ['Cabinet', 'Council'],
    mtfps: [
      { id: 'first', name: 'First', prices: 'real', priceYear: '2025/26', from: '2025/26', to: '2027/28' },
      { id: 'next', name: 'Next', prices: 'cash', from: '2026/27', to: '2028/29' },
    ],
    mtfpInUse: 'next',
    comparedWith: 'budget',
    caseTolerancePercent: 5,
    reportLeavesOut: ['lessons'],
    gatesWithout: [{ criterion: 'GATE-33', reason: 'Screened for the whole programme' }],
    closeDown: {
      ...{ on: '2026-09-30', achieved: 'Most', notAchieved: 'Some', lessons: 'Begin earlier' },
      carriesOn: [{ what: 'Benefits are reviewed', owner: 'Finance' }],
    },
    ...{ publishedByTwo: true, boardReadsExempt: true, keyDecisionThreshold: 500_000 },
  });
  const ofEverything = () => ({
    [api]: { body: { id: 'p', record: everything, computed: { nextReport: '2026-10' } }, etag },
    [`${api}/named-baselines`]: { body: { items: [{ id: 'budget', record: { title: 'The budget' } }] } },
  });

  it.each(partsOfSetUp.map(({ id }) => [id]))('%s, sent as it is shown, changes nothing', async (id) => {
    const screens = screensBefore(ofEverything, office);
    const held = heldBy(await screens.opened(`${pages}/${id}`));
    const reply = await screens.reply(`${pages}/${id}`, held, etag);
    expect(reply.kind === 'page' ? reply.page.faults : []).toEqual([]);
    expect(screens.sent.map(({ body }) => body)).toEqual([everything]);
  });

  it('is there for every setting but those that have a page of their own', () => {
    const asked = partsOfSetUp.flatMap(({ fields }) => fields.map(({ name }) => name));
    const others = Object.keys(Programme.shape).filter((name) => !asked.includes(name));
    expect(others).toEqual(['stageModel', 'stagesMoved', 'findings']);
  });

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
