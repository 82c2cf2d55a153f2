import { describe, expect, it } from 'vitest';
import { gateRules } from '#domain/review/gate.ts';
import { registers } from '#registers/all.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { ReviewToPut } from '#schemas/review.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import { mendAddress, mendOf } from '#web/pages/stage/mends.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

const api = '/programmes/p/reviews/r';
const pages = '/pages/programmes/p/reviews/r/stage';
const etag = '"review:p/r:4"';
const gate = {
  stage: 'service-baseline',
  stageName: 'Service baseline (1)',
  next: 'options-appraisal',
  nextName: 'Options appraisal (2)',
  open: false,
  sentence: 'The review may not move yet: 1 of 2 criteria is in the way.',
  criteria: [
    { id: 'GATE-12', sentence: 'The services in scope are recorded.', state: 'not-met', because: 'No service is.' },
    { id: 'GATE-13', sentence: 'The review has one SRO.', state: 'met', because: 'The review has one SRO.' },
  ],
};
const review = {
  record: { title: 'Home care', sros: [{ subject: 'sam', name: 'Sam' }], services: [], waitsFor: [] },
  facts: { stage: 'service-baseline' },
  computed: { stageName: 'Service baseline (1)' },
};
const answersWith = (given: object = {}) => ({
  [api]: { body: review, etag },
  [`${api}/gate`]: { body: { ...gate, ...given } },
  '/programmes/p': {
    body: {
      record: { name: 'A programme', stageModel: { kind: 'service-review' }, reporting: { returnsDueDay: 5 } },
      computed: { nextReport: '2026-10' },
    },
  },
});

describe('what mends a criterion', () => {
  const find = screenFinder(screensOf());
  const labelled = (fields: readonly Field[]): boolean =>
    fields.every(({ label, hint, fields: inner = [] }) => label !== '' && hint !== '' && labelled(inner));

  it.each(gateRules.map(({ id }) => id))('%s has a page of its own, whose fields have labels and hints', (id) => {
    const address = mendAddress({ programme: 'p', review: 'r' }, id) ?? 'none';
    expect(find(address)?.screen.path).toBeDefined();
    const mend = mendOf(id);
    if (mend?.of === 'register') expect(registers.map(({ path }) => path)).toContain(mend.register);
    else {
      const fields = fieldsOf(ReviewToPut).filter(({ name }) => mend?.fields.some((one) => one === name));
      expect(fields).toHaveLength(mend?.fields.length ?? 0);
      if (!mend?.fields.includes('sros')) expect(labelled(fields)).toBe(true);
    }
  });
});

it('A gate that lacks a preferred delivery model leads to adding one, and one that lacks its decision to the decisions', () => {
  const rule = gateRules.find(({ id }) => id === 'GATE-41');
  const lacks = (deliveryModels: readonly object[]): string =>
    rule?.find({ position: { deliveryModels, decisions: [] } } as never).because ?? '';
  const place = { programme: 'p', review: 'r' };
  const company = { id: 'company', model: 'local-authority-trading-company', fromOptions: [] };
  expect(mendAddress(place, 'GATE-41', lacks([]))).toBe('/pages/programmes/p/reviews/r/delivery-models/_new');
  expect(mendAddress(place, 'GATE-41', lacks([company]))).toBe('/pages/programmes/p/reviews/r/decisions');
});

describe('the gate as a list of tasks', () => {
  it("says each criterion in the API's own sentence, and leads to what mends one that is not met", async () => {
    const text = String((await screensBefore(answersWith, ['transformation-team']).opened(pages)).body);
    expect(text).toContain('The services in scope are recorded.');
    expect(text).toContain('No service is.');
    expect(text).toContain(`href="${pages}/mend/GATE-12"`);
    expect(text).not.toContain('mend/GATE-13');
    expect(text).not.toContain('/waive/');
  });

  it('lets an SRO waive what is not met, and nobody move the review from it', async () => {
    const text = String((await screensBefore(answersWith, ['sro']).opened(pages)).body);
    expect(text).toContain(`href="${pages}/waive/GATE-12"`);
    expect(text).not.toContain('/waive/GATE-13');
    expect(text).not.toContain('Move to Options appraisal');
  });

  it('offers the next stage once it is open', async () => {
    const open = () => answersWith({ open: true, sentence: 'The review may move.' });
    const text = String((await screensBefore(open, ['sro']).opened(pages)).body);
    expect(text).toContain('Move to Options appraisal (2)');
  });
});

describe('a waiver', () => {
  it('says why, and rests on the version of the review that was read', async () => {
    const screens = screensBefore(answersWith, ['sro']);
    const without = screens.pageOf(await screens.reply(`${pages}/waive/GATE-12`, { reason: ' ' }, etag));
    expect(without.faults).toEqual([{ message: 'Reason: must say why', field: 'reason' }]);
    expect(screens.sent).toEqual([]);
    expect(await screens.reply(`${pages}/waive/GATE-12`, { reason: 'They follow' }, etag)).toMatchObject({
      path: pages,
    });
    expect(screens.sent).toEqual([
      {
        method: 'POST',
        path: `${api}/waivers`,
        body: { criterion: 'GATE-12', reason: 'They follow' },
        version: etag,
        key: 'the-key',
      },
    ]);
  });
});

describe('a stage move', () => {
  it('goes back with a reason alone', async () => {
    const screens = screensBefore(answersWith, ['sro']);
    const text = String((await screens.opened(`${pages}/move`)).body);
    expect(text).toContain('Back to Identified');
    expect(text).not.toContain('On to');
    const without = screens.pageOf(await screens.reply(`${pages}/move`, { to: 'identified', reason: '' }, etag));
    expect(without.faults).toEqual([{ message: 'Reason: must say why it goes back', field: 'reason' }]);
    await screens.reply(`${pages}/move`, { to: 'identified', reason: 'Scope changed' }, etag);
    expect(screens.sent).toMatchObject([
      { path: `${api}/stage-moves`, body: { to: 'identified', reason: 'Scope changed' }, version: etag },
    ]);
  });

  it('can be undone by moving back, the stage that it left chosen and why left to be said', async () => {
    const screens = screensBefore(() => answersWith({ open: true }), ['transformation-team']);
    expect(heldBy(await screens.opened(`${pages}/move`))).toMatchObject({ from: 'service-baseline' });
    const values = { from: 'service-baseline', to: 'options-appraisal', next: 'options-appraisal' };
    const reply = await screens.reply(`${pages}/move`, values, etag);
    expect(reply).toMatchObject({ kind: 'to', undo: `${pages}/move?to=service-baseline` });
    const atOptions = { stage: 'options-appraisal', stageName: 'Options appraisal (2)', next: 'full-business-case' };
    const undoing = screensBefore(() => answersWith({ ...atOptions, open: true }), ['transformation-team']);
    const page = await undoing.opened(`${pages}/move?to=service-baseline`);
    expect(heldBy(page)).toMatchObject({ to: 'service-baseline' });
    expect(String(page.body)).toMatch(/value="service-baseline" checked/);
  });

  it('goes on without one; where the gate has closed meanwhile, the page says so and holds what was chosen', async () => {
    const screens = screensBefore(() => answersWith({ open: true }), ['sro']);
    screens.refuse({ code: 'stage.gate-not-met', detail: 'The review may not move yet.' });
    const page = screens.pageOf(
      await screens.reply(`${pages}/move`, heldBy(await screens.opened(`${pages}/move`)), etag),
    );
    expect(screens.sent).toMatchObject([{ body: { to: 'options-appraisal' } }]);
    expect(page.faults).toEqual([{ message: 'The review may not move yet.' }]);
    expect(String(page.body)).toMatch(/value="options-appraisal" checked/);
  });
});

describe('what is mended in the record of a review', () => {
  it('is sent as the fields that the criterion is about, and no others', async () => {
    const screens = screensBefore(answersWith, ['transformation-team']);
    expect(String((await screens.opened(`${pages}/mend/GATE-12`)).body)).toContain('Services in scope');
    await screens.reply(`${pages}/mend/GATE-12`, { services: 'Home care\nReablement' }, etag);
    expect(screens.sent).toMatchObject([
      { method: 'PATCH', path: api, body: { services: ['Home care', 'Reablement'] }, version: etag },
    ]);
  });

  it('names as the SRO one of the people of the directory', async () => {
    const withPeople = () => ({
      ...answersWith(),
      '/directory': { body: { items: [{ id: 'ann-sro', name: 'Ann Sro', post: null }] } },
    });
    const screens = screensBefore(withPeople, ['programme-office']);
    expect(String((await screens.opened(`${pages}/mend/GATE-13`)).body)).toContain('>Ann Sro</option>');
    await screens.reply(`${pages}/mend/GATE-13`, { sros: 'ann-sro' }, etag);
    expect(screens.sent).toMatchObject([{ body: { sros: [{ subject: 'ann-sro', name: 'Ann Sro' }] } }]);
  });
});
