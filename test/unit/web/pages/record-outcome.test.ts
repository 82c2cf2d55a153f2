import { describe, expect, it } from 'vitest';
import { businessCase } from '#registers/business-case/record.ts';
import type { FormValues } from '#web/forms/form-values.ts';
import type { Reply } from '#web/pages/screen.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

const api = '/programmes/p/reviews/r';
const here = '/pages/programmes/p/reviews/r/business-cases/outline';
const page = `${here}/_outcome`;
const etag = '"business-case:p/r/outline:3"';
const earlier = {
  number: 1,
  outcome: 'approved-with-conditions',
  body: 'Transformation Board',
  on: '2026-02-01',
  by: 'sam',
  at: '2026-02-01T00:00:00.000Z',
  ofVersion: 2,
  conditions: [
    { id: 'plan', text: 'A plan', owner: 'Finance', dueOn: '2026-03-01', status: 'open' },
    { id: 'staff', text: 'Staff asked', owner: 'HR', dueOn: '2026-03-01', status: 'met', statusOn: '2026-02-20' },
  ],
};
const answersWith = (outcomes: readonly object[] = [], version = etag) => ({
  [api]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  [`${api}/business-cases/outline`]: {
    etag: version,
    body: {
      id: 'outline',
      record: businessCase.record.parse(businessCase.example),
      facts: { outcomes },
      computed: {},
      version: 3,
      effectiveAt: '2026-01-15T00:00:00.000Z',
      recordedAt: '2026-01-15T00:00:00.000Z',
      recordedBy: 'tara',
      struckOut: null,
    },
  },
});

const inputs = /<input[^>]*type="(hidden|text|radio)"[^>]*>/g;
/** What a browser would send of the form on a page: every field that holds something. */
const fieldsOn = (reply: Reply): FormValues => {
  if (reply.kind !== 'page') throw new Error('no page');
  const text = String(reply.page.body);
  const values: Record<string, string> = {};
  for (const [input, type] of text.matchAll(inputs)) {
    const name = / name="([^"]*)"/.exec(input)?.[1] ?? '';
    if (type === 'radio' && !input.includes(' checked')) continue;
    values[name] = (/ value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&quot;', '"');
  }
  for (const [, name = '', value = ''] of text.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)</g))
    values[name] = value;
  return values;
};
const titleOf = (reply: Reply): string =>
  reply.kind === 'page' ? reply.page.title : reply.kind === 'to' ? reply.path : '';
const bodyOf = (reply: Reply): string => (reply.kind === 'page' ? String(reply.page.body) : '');

const day = { 'on/day': '1', 'on/month': 'March', 'on/year': '2026' };
const decision = { body: 'Cabinet Committee', ...day, reference: 'CC 12/26' };

describe('the outcome of a case in four steps', () => {
  it('begins with the case as it was read, and asks what was decided', async () => {
    const screens = screensBefore(() => answersWith([earlier]), ['sro']);
    const first = await screens.opened(page);
    expect(first.title).toBe('What was decided on the case');
    expect(first.caption).toContain('Step 1 of 4');
    expect(String(first.body)).toContain('Outline case for fewer buildings');
    expect(String(first.body)).toContain('Approved with conditions by Transformation Board on 1 February 2026');
    const none = screens.pageOf(await screens.reply(page, { step: 'outcome' }, etag));
    expect(none.faults).toEqual([{ message: 'Outcome: choose what was decided', field: 'outcome' }]);
  });

  it('takes each answer along, one condition at a time, and sends all of them once they were checked', async () => {
    const screens = screensBefore(() => answersWith(), ['sro']);
    const go = (values: FormValues) => screens.reply(page, values, etag);
    const second = await go({ step: 'outcome', outcome: 'approved-with-conditions', reason: '' });
    expect(titleOf(second)).toBe('Who decided, and when');
    const third = await go({ ...fieldsOn(second), ...decision });
    expect(titleOf(third)).toBe('Conditions');
    // The boxes of the first are there; those of another are asked for.
    expect(bodyOf(third)).toContain('name="conditions/0/text"');
    const withTwo = await go({ ...fieldsOn(third), _pressed: 'add conditions' });
    expect(bodyOf(withTwo)).toContain('name="conditions/1/text"');
    const empty = await go(fieldsOn(third));
    expect(empty.kind === 'page' && empty.page.faults).toEqual([
      { message: 'Conditions: must have at least one condition', field: 'conditions' },
    ]);
    const check = await go({
      ...fieldsOn(withTwo),
      'conditions/0/text': 'A plan for each building',
      'conditions/0/owner': 'Property',
      'conditions/0/dueOn/day': '1',
      'conditions/0/dueOn/month': '6',
      'conditions/0/dueOn/year': '2026',
    });
    expect(titleOf(check)).toBe('Check the outcome before you record it');
    for (const words of [
      'Cabinet Committee',
      '1 March 2026',
      'CC 12/26',
      'A plan for each building (Property, due 1 June 2026)',
    ])
      expect(bodyOf(check)).toContain(words);
    expect(screens.sent).toEqual([]);
    expect(titleOf(await go({ ...fieldsOn(check), _pressed: 'go decision' }))).toBe('Who decided, and when');
    expect(await go(fieldsOn(check))).toMatchObject({ path: here });
    expect(screens.sent).toEqual([
      {
        method: 'POST',
        path: `${api}/business-cases/outline/outcomes`,
        body: {
          outcome: 'approved-with-conditions',
          body: 'Cabinet Committee',
          on: '2026-03-01',
          reference: 'CC 12/26',
          conditions: [
            {
              id: 'a-plan-for-each-building',
              text: 'A plan for each building',
              owner: 'Property',
              dueOn: '2026-06-01',
            },
          ],
          earlierConditions: [],
        },
        version: etag,
        key: 'the-key',
      },
    ]);
  });

  it('goes a step back with all that was filled in, over the step that was not asked', async () => {
    const screens = screensBefore(() => answersWith(), ['sro']);
    const go = (values: FormValues) => screens.reply(page, values, etag);
    expect(String((await screens.opened(page)).body)).not.toContain('>Back<');
    const second = await go({ step: 'outcome', outcome: 'approved', reason: '' });
    expect(bodyOf(second)).toContain('value="go outcome"');
    const check = await go({ ...fieldsOn(second), ...decision });
    expect(bodyOf(check)).toContain('value="go decision"');
    const back = await go({ ...fieldsOn(check), _pressed: 'go decision' });
    expect(titleOf(back)).toBe('Who decided, and when');
    expect(fieldsOn(back)).toMatchObject({ body: 'Cabinet Committee', outcome: 'approved' });
    expect(screens.sent).toEqual([]);
  });

  it('asks what becomes of each open condition, with a reason, and carries over the others', async () => {
    const screens = screensBefore(() => answersWith([earlier]), ['sro']);
    const go = (values: FormValues) => screens.reply(page, values, etag);
    const begun = heldBy(await screens.opened(page));
    const third = await go({ ...fieldsOn(await go({ ...begun, outcome: 'approved' })), ...decision });
    expect(titleOf(third)).toBe('Conditions');
    expect(bodyOf(third)).toContain('A plan');
    expect(bodyOf(third)).not.toContain('Staff asked');
    expect(bodyOf(await go(fieldsOn(third)))).toContain('A plan: carried over');
    const dropped = { ...fieldsOn(third), 'earlier/plan/status': 'no-longer-needed' };
    const without = await go(dropped);
    expect(without.kind === 'page' && without.page.faults?.[0]?.message).toContain(
      'must say why it is no longer needed',
    );
    const check = await go({ ...dropped, 'earlier/plan/no-longer-needed/note': 'The building was sold' });
    await go(fieldsOn(check));
    expect(screens.sent).toMatchObject([
      {
        body: {
          outcome: 'approved',
          conditions: [],
          earlierConditions: [{ condition: 'plan', status: 'no-longer-needed', note: 'The building was sold' }],
        },
      },
    ]);
  });

  it('asks why where the case was not approved, and for no conditions', async () => {
    const screens = screensBefore(() => answersWith([earlier]), ['sro']);
    const without = await screens.reply(page, { step: 'outcome', outcome: 'returned', reason: '' }, etag);
    expect(without.kind === 'page' && without.page.faults).toEqual([
      { message: 'Reason: must say why the case was not approved', field: 'reason' },
    ]);
    const second = await screens.reply(page, { step: 'outcome', outcome: 'returned', reason: 'Too dear' }, etag);
    const check = await screens.reply(page, { ...fieldsOn(second), ...decision }, etag);
    expect(titleOf(check)).toBe('Check the outcome before you record it');
    expect(bodyOf(check)).toContain('A plan: falls with this outcome');
  });

  it('goes back to the first step where the case was changed meanwhile, and keeps every answer', async () => {
    const now = '"business-case:p/r/outline:4"';
    const screens = screensBefore(() => answersWith([], now), ['sro']);
    screens.refuse({ status: 412, code: 'version.stale', detail: 'Tara changed it.' });
    const again = await screens.reply(page, { step: 'check', outcome: 'approved', ...decision }, etag);
    expect(screens.sent).toHaveLength(1);
    expect(titleOf(again)).toBe('What was decided on the case');
    expect(again.kind === 'page' && again.page.faults?.[0]?.message).toContain('This has changed since you read it');
    expect(fieldsOn(again)).toMatchObject({ _version: now, outcome: 'approved', body: 'Cabinet Committee', ...day });
  });

  it('shows a fault of the API on the step that it is about', async () => {
    const screens = screensBefore(() => answersWith(), ['sro']);
    screens.refuse({ faults: [{ in: 'body', pointer: '/on', message: 'must not be before 15 January 2026' }] });
    const again = await screens.reply(page, { step: 'check', outcome: 'approved', ...decision }, etag);
    expect(titleOf(again)).toBe('Who decided, and when');
    expect(again.kind === 'page' && again.page.faults).toEqual([
      { message: 'Date: must not be before 15 January 2026', field: 'on' },
    ]);
  });
});

describe('the conditions of an outcome', () => {
  it('are on the page of the case, with the outcome that holds', async () => {
    const text = String((await screensBefore(() => answersWith([earlier]), ['board']).opened(here)).body)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Outcome Approved with conditions by .* on \d+ \w+ 20\d\d/);
    expect(text).toContain('Conditions that are open:');
    const none = String((await screensBefore(() => answersWith([]), ['board']).opened(here)).body);
    expect(none).not.toContain('>Outcome<');
  });

  it('are a list of tasks: overdue, open or met', async () => {
    const text = String(
      (await screensBefore(() => answersWith([earlier]), ['transformation-team']).opened(`${here}/_conditions`)).body,
    );
    expect(text).toContain('Overdue');
    expect(text).toContain(`href="${here}/_conditions/plan"`);
    expect(text).toContain('Since 20 February 2026');
  });

  it('are each said to be met on a day, on the version of the case that was read', async () => {
    const screens = screensBefore(() => answersWith([earlier]), ['transformation-team']);
    await screens.reply(
      `${here}/_conditions/plan`,
      { status: 'met', note: 'Agreed', 'on/day': '2', 'on/month': '3', 'on/year': '2026' },
      etag,
    );
    expect(screens.sent).toMatchObject([
      {
        path: `${api}/business-cases/outline/condition-updates`,
        body: { condition: 'plan', status: 'met', on: '2026-03-02', note: 'Agreed' },
        version: etag,
      },
    ]);
  });
});
