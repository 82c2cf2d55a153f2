import { describe, expect, it } from 'vitest';
import type { Role } from '#schemas/people.ts';
import { programme, review } from '../../../support/records.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

const from = '2026-10-01T09:00:00.000Z';
const query = `?from=${encodeURIComponent(from)}`;
const settings = { ...programme, stageModel: { kind: 'service-review' }, sourceOfMine: 'kept' };

const changeOf = (kind: string, id: string, type: string) => ({
  ...{ sequence: 7, recordRef: { kind, id }, version: 2, type, effectiveAt: from, recordedAt: from },
  ...{ by: 'tara', byName: 'Tara', reason: null, corrects: null, recordedLate: null, changes: [], digest: 'd' },
});
const history = { items: [changeOf('review', 'r', 'put'), changeOf('review', 'r', 'stage-moved')], next: null };

const ofReview = { facts: { stage: 'identified' }, computed: { stageName: 'Identified' } };
const answers = () => ({
  '/programmes/p': { body: { id: 'p', record: settings } },
  [`/programmes/p?asAt=${from}`]: { body: { id: 'p', record: { ...settings, name: 'As it was' } } },
  '/programmes/p/history': { body: { items: [changeOf('programme', 'p', 'put')], next: null } },
  '/programmes/p/reviews/r': { body: { record: review, ...ofReview } },
  [`/programmes/p/reviews/r?asAt=${from}`]: { body: { record: { ...review, title: 'As it was' }, ...ofReview } },
  '/programmes/p/reviews/r/history': { body: history },
  '/directory': { body: { items: [{ id: 'sam', name: 'Sam of the directory', post: null }] } },
});

const said = {
  ...{ 'correction-from/day': '1', 'correction-from/month': '10', 'correction-from/year': '2026' },
  'correction-reason': 'Copied from another paper',
};
describe.each([
  ['a review', '/pages/programmes/p/reviews/r', ['transformation-team']],
  ['the settings of a programme', '/pages/programmes/p', ['programme-office']],
] as const)('What was recorded of %s', (_, here, roles: readonly Role[]) => {
  const correct = `${here}/_correct/7`;

  it('can be corrected from its history by whoever keeps it, where the whole of it was recorded', async () => {
    const text = String((await screensBefore(answers, roles).opened(`${here}/history`)).body);
    expect(text.match(/_correct/g)).toHaveLength(1);
    expect(text).toContain(`href="${correct}${query}"`);
    const audited = String((await screensBefore(answers, ['assurance']).opened(`${here}/history`)).body);
    expect(audited).not.toContain('_correct');
  });

  it('is shown as it was from the instant of the change', async () => {
    const page = await screensBefore(answers, roles).opened(`${correct}${query}`);
    expect(page.title).toBe('Correct As it was');
    expect(String(page.body)).toContain('value="As it was"');
    expect(heldBy(page)).toMatchObject({ 'correction-from/day': '1', 'correction-from/year': '2026' });
  });

  it('is not sent without saying why', async () => {
    const screens = screensBefore(answers, roles);
    const page = screens.pageOf(await screens.reply(`${correct}${query}`, { ...said, 'correction-reason': '' }));
    expect(page.faults?.map(({ message }) => message)).toContain('Why was it wrong: must say why');
    expect(screens.sent).toEqual([]);
  });

  it('leads back to its history once it is sent, true from the very instant', async () => {
    const screens = screensBefore(answers, roles);
    const filled = heldBy(await screens.opened(`${correct}${query}`));
    expect(await screens.reply(`${correct}${query}`, { ...filled, ...said })).toMatchObject({
      ...{ kind: 'to', path: `${here}/history`, notice: 'The correction was recorded.' },
    });
    const sent = screens.sent[0];
    expect(sent).toMatchObject({ method: 'POST', path: `${here.replace('/pages', '')}/corrections` });
    expect(sent?.body).toMatchObject({ corrects: 7, effectiveAt: from, reason: 'Copied from another paper' });
  });
});

it('Of the settings, what the form does not ask for stays as it was', async () => {
  const screens = screensBefore(answers, ['programme-office']);
  const path = `/pages/programmes/p/_correct/7${query}`;
  await screens.reply(path, { ...heldBy(await screens.opened(path)), ...said, name: 'Services' });
  expect(screens.sent[0]?.body).toMatchObject({
    record: { name: 'Services', stageModel: { kind: 'service-review' }, sourceOfMine: 'kept' },
  });
});

it('Of a review, whoever is chosen goes along with their name', async () => {
  const screens = screensBefore(answers, ['transformation-team']);
  const path = `/pages/programmes/p/reviews/r/_correct/7${query}`;
  const filled = heldBy(await screens.opened(path));
  await screens.reply(path, { ...filled, ...said, 'sros/0/subject': 'sam' });
  expect(screens.sent[0]?.body).toMatchObject({ record: { sros: [{ subject: 'sam', name: 'Sam of the directory' }] } });
});
