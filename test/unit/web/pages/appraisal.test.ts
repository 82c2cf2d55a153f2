import { describe, expect, it } from 'vitest';
import { appraise } from '#domain/options-appraisal.ts';
import { Option } from '#registers/option/record.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import type { Role } from '#schemas/people.ts';
import { review } from '../../../support/records.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

const record = Appraisal.parse({
  criteria: [
    { id: 'cost', name: 'Cost to run', weight: 3 },
    { id: 'access', name: 'Access for residents', group: 'desirability', weight: 1 },
  ],
  tests: [{ id: 'legal', name: 'Within the law' }],
  highestScore: 5,
});
const optionOf = (label: string, cost: number, access: number, outcome: 'pass' | 'fail') =>
  Option.parse({
    ...{ label, deliveryModel: 'do-nothing', tests: [{ test: 'legal', outcome }] },
    scores: [
      { criterion: 'cost', score: cost },
      { criterion: 'access', score: access },
    ],
  });
const options = [
  { id: 'keep', record: optionOf('Keep in house', 2, 5, 'pass') },
  { id: 'buy', record: optionOf('Buy it', 4, 2, 'pass') },
  { id: 'stop', record: optionOf('Stop', 5, 5, 'fail') },
];
const entryOf = ({ id, record: of }: (typeof options)[number]) => ({
  ...{ id, record: of, facts: {}, computed: {}, version: 1, recordedBy: 'tara', struckOut: null },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z' },
});

const api = '/programmes/p/reviews/r';
const here = `/pages${api}/appraisal`;
const team: readonly Role[] = ['transformation-team'];
const reviewAnswer = {
  body: { record: review, facts: { stage: 'identified' }, computed: { stageName: 'Identified' } },
};
const computed = appraise(
  record,
  options.map((one) => ({ ...one, facts: {} }) as never),
);
const unset = () => ({ [api]: reviewAnswer, [`${api}/options`]: { body: { items: [], next: null } } });
const set = () => ({
  ...{ [api]: reviewAnswer, [`${api}/options`]: { body: { items: options.map(entryOf), next: null } } },
  ...{ [`${api}/appraisal`]: { body: { record, computed }, etag: '"appraisal:p/r:2"' } },
});
const cells = (text: string, row: RegExp): readonly string[] => {
  const [found = ''] = text.match(/<tr.*?<\/tr>/gs)?.filter((one) => row.test(one)) ?? [];
  return [...found.matchAll(/<(?:td|th)[^>]*>(.*?)<\/(?:td|th)>/gs)].map(([, cell = '']) =>
    cell.replaceAll(/<[^>]+>/g, '').trim(),
  );
};

it('An option is scored on criteria that are chosen by name, and shows them by name', async () => {
  const withOption = () => ({ ...set(), [`${api}/options/keep`]: { body: entryOf(options[0] as never), etag: '"1"' } });
  const screens = screensBefore(withOption, team);
  const form = String((await screens.opened(`/pages${api}/options/keep/_change`)).body);
  expect(form).toMatch(
    /<select [^>]*name="scores\/0\/criterion".*?<option value="cost" selected>Cost to run<\/option>/s,
  );
  expect(form).toContain('<option value="access">Access for residents</option>');
  const shown = String((await screens.opened(`/pages${api}/options/keep`)).body);
  expect(shown).toContain('<dt>Criterion</dt><dd>Cost to run</dd>');
});

describe('the options appraisal on its page', () => {
  it('ranks the options and says why', async () => {
    const text = String((await screensBefore(set, team).opened(here)).body);
    expect(cells(text, /Buy it<\/a>/)).toEqual(
      expect.arrayContaining(['1', 'Buy it', '3.5', 'Long-listed', 'Ranks 1 of 2: 3.5 out of 5.']),
    );
    expect(cells(text, /Stop<\/a>/)).toEqual(
      expect.arrayContaining(['Not ranked', 'Not ranked: it fails Within the law.']),
    );
  });

  it('has each score beside the share that its criterion counts, and who passes which test', async () => {
    const text = String((await screensBefore(set, team).opened(here)).body);
    expect(cells(text, /Cost to run/)).toEqual(['Cost to run cost', '75%', '4', '2', '5']);
    expect(cells(text, /Access for residents/)).toEqual(['Access for residents access', '25%', '2', '5', '5']);
    expect(cells(text, /Within the law <span/)).toEqual(['Within the law legal', 'Passes', 'Passes', 'Fails']);
  });

  it('says at which weight first place changes hands', async () => {
    const text = String((await screensBefore(set, team).opened(here)).body);
    for (const { sentence } of computed.flipWeights) expect(text).toContain(sentence);
    expect(text).toContain('Keep in house takes first place');
  });

  it('where none is set says so, and offers the form to who may set it alone', async () => {
    expect(String((await screensBefore(unset, team).opened(here)).body)).toMatch(/No appraisal is set.*_change"/s);
    const read = String((await screensBefore(unset, ['board']).opened(here)).body);
    expect(read).toContain('No appraisal is set');
    expect(read).not.toContain('_change"');
  });
});

describe('the criteria and weights', () => {
  it('are set for the first time only where there are none yet', async () => {
    const screens = screensBefore(unset, team);
    const filled = heldBy(await screens.opened(`${here}/_change`));
    const criterion = { 'criteria/0/name': 'Cost to run', 'criteria/0/group': 'other', 'criteria/0/weight': '3' };
    expect(await screens.reply(`${here}/_change`, { ...filled, ...criterion })).toMatchObject({ path: here });
    expect(screens.sent).toMatchObject([
      {
        ...{ method: 'PUT', path: `${api}/appraisal`, version: 'new' },
        body: { criteria: [{ id: 'cost-to-run', name: 'Cost to run', weight: 3 }], highestScore: 10 },
      },
    ]);
  });

  it('are changed on the version that was read, and keep their ids', async () => {
    const screens = screensBefore(set, team);
    const filled = heldBy(await screens.opened(`${here}/_change`));
    await screens.reply(`${here}/_change`, { ...filled, 'criteria/0/weight': '1' }, '"appraisal:p/r:2"');
    expect(screens.sent).toMatchObject([
      {
        version: '"appraisal:p/r:2"',
        body: { ...record, criteria: [{ ...record.criteria[0], weight: 1 }, record.criteria[1]] },
      },
    ]);
  });

  it('that somebody else set at the same time are not overwritten unseen', async () => {
    let both = unset as () => ReturnType<typeof set> | ReturnType<typeof unset>;
    const screens = screensBefore(() => both(), team);
    const filled = heldBy(await screens.opened(`${here}/_change`));
    both = set;
    screens.refuseOnce({ status: 412, code: 'version.exists', detail: 'It is there already.' });
    const page = screens.pageOf(await screens.reply(`${here}/_change`, { ...filled, highestScore: '7' }));
    expect(screens.sent).toHaveLength(1);
    expect(String(page.body)).toContain('name="is-new" value=""');
  });

  it('are corrected from the history of the review', async () => {
    const screens = screensBefore(set, team);
    const path = `${here}/_correct/7`;
    const filled = heldBy(await screens.opened(path));
    const said = { 'correction-reason': 'Copied wrongly', 'criteria/1/weight': '2' };
    expect(await screens.reply(path, { ...filled, ...said })).toMatchObject({ path: `/pages${api}/history` });
    expect(screens.sent).toMatchObject([
      { path: `${api}/appraisal/corrections`, body: { corrects: 7, record: { criteria: [{}, { weight: 2 }] } } },
    ]);
  });
});
