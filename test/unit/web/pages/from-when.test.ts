import { describe, expect, it } from 'vitest';
import type { At } from '#web/pages/screen.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

/*
 * From when what a form holds is true (docs/adr/0103-from-when-a-form-is-true.md). Everything below happens on 28 November 2026, with
 * October open.
 */

const review = '/programmes/p/reviews/r';
const pages = `/pages${review}`;
const change = `${pages}/issues/survey/_change`;
const etag = '"issue:p/r/survey:2"';
const endOfOctober = '2026-10-31T23:59:59.999Z';

const issue = {
  id: 'survey',
  record: { title: 'The survey', description: 'Missing', severity: 'low', raisedOn: '2026-10-02' },
  ...{ facts: {}, computed: {}, version: 2, recordedBy: 'sam', struckOut: null },
  ...{ effectiveAt: '2026-11-03T09:00:00.000Z', recordedAt: '2026-11-03T09:00:00.000Z' },
};
const before = { ...issue, record: { ...issue.record, description: 'Not found', owner: 'Estates' } };
const changeAt = (sequence: number, effectiveAt: string) => ({ sequence, effectiveAt });

const answersWith = ({ returnsDueDay = 28, nextReport = '2026-10' } = {}) => ({
  '/programmes/p': {
    body: {
      id: 'p',
      record: {
        ...{
          name: 'Futures',
          council: 'Marlshire',
          reporting: { firstMonth: '2026-10', reportDay: 28, returnsDueDay },
        },
        ...{ stageModel: { kind: 'service-review' }, services: [], portfolios: [], themes: [], boards: [] },
      },
      computed: { nextReport },
    },
    etag: '"programme:p:3"',
  },
  [review]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
    etag: '"review:p/r:4"',
  },
  [`${review}/issues/survey`]: { body: issue, etag },
  [`${review}/issues/survey?asAt=2026-10-12T09:00:00.000Z`]: { body: before },
  [`${review}/history`]: {
    body: {
      items: [
        changeAt(7, '2026-11-03T09:00:00.000Z'),
        changeAt(5, '2026-10-12T09:00:00.000Z'),
        changeAt(2, '2026-10-02T09:00:00.000Z'),
      ],
    },
  },
});
const asTeam = (given: Parameters<typeof answersWith>[0] = {}) =>
  screensBefore(() => answersWith(given), ['transformation-team', 'programme-office']);
const opened = async (path: string, given: Parameters<typeof answersWith>[0] = {}, at: Partial<At> = {}) => {
  const page = await asTeam(given).opened(path, at);
  return { text: String(page.body), values: heldBy(page) };
};

describe('A form begins', () => {
  it('with the end of the month that is open, until its returns are due, and says so', async () => {
    const { text, values } = await opened(change);
    expect(values._from).toBe('2026-10-31');
    expect(text).toContain(
      'You are recording <strong>October 2026</strong>, open until 28 November 2026: what you save here is <strong>true from 31 October 2026</strong>, unless you choose otherwise below.',
    );
    expect(text).toContain('<details class="govuk-details"><summary');
  });

  it('with now once they were due, and says that it is in no report of that month', async () => {
    const { text, values } = await opened(change, { returnsDueDay: 27 });
    expect(values._from).toBe('now');
    expect(text).toContain('<strong>true from now</strong>, and not in the report of October 2026, unless');
    expect(text).toContain(
      '31 October 2026: in the report of October 2026, whose returns were due on 27 November 2026',
    );
  });

  it('without a choice where no month is open', async () => {
    expect((await opened(change, { nextReport: '2026-11' })).values._from).toBeUndefined();
  });

  it('with what was chosen in this session, as long as that month is open', async () => {
    expect((await opened(change, {}, { recording: 'now' })).values._from).toBe('now');
    expect((await opened(change, { returnsDueDay: 1 }, { recording: '2026-10' })).values._from).toBe('2026-10-31');
    expect((await opened(change, { returnsDueDay: 1 }, { recording: '2026-09' })).values._from).toBe('now');
  });

  it.each(['/pages/programmes/p/set-up/details', '/pages/programmes/p/set-up/stages', `${pages}/stage/mend/GATE-12`])(
    'with now whatever was chosen, where it is judged by what is so today: %s',
    async (path) => {
      const answers = {
        ...answersWith(),
        [`${review}/gate`]: {
          body: { next: null, nextName: null, open: false, stage: 'a', stageName: 'A', sentence: '', criteria: [] },
        },
      };
      const screens = screensBefore(() => answers, ['transformation-team', 'programme-office']);
      const page = await screens.opened(path, { recording: '2026-10' });
      expect(heldBy(page)._from).toBe('now');
      expect(String(page.body)).toContain('31 October 2026: in the report of October 2026');
    },
  );
});

describe('What is saved', () => {
  it('is true from the end of the last day that was shown, and the page after it says so', async () => {
    const screens = asTeam();
    const values = heldBy(await screens.opened(change));
    const reply = await screens.reply(change, { ...values, owner: 'Estates' }, etag);
    expect(screens.sent).toMatchObject([{ effectiveAt: endOfOctober, version: etag }]);
    expect(reply).toMatchObject({ kind: 'to', notice: 'It was saved. It is true from 31 October 2026.' });
    expect(reply).not.toHaveProperty('recording');
  });

  it('from now is sent without a day, and the choice holds for the session; so does the other one', async () => {
    const screens = asTeam();
    const values = heldBy(await screens.opened(change));
    const reply = await screens.reply(change, { ...values, _from: 'now' }, etag);
    expect(screens.sent[0]?.effectiveAt).toBeUndefined();
    expect(reply).toMatchObject({ kind: 'to', notice: 'It was saved.', recording: 'now' });
    const back = await screens.reply(change, { ...values, _from: '2026-10-31' }, etag, { recording: 'now' });
    expect(back).toMatchObject({ recording: '2026-10' });
  });

  it('is not recorded where the month was reported since the form was shown: it is shown as true from now', async () => {
    const values = heldBy(await asTeam().opened(change));
    const screens = asTeam({ nextReport: '2026-11' });
    const page = screens.pageOf(await screens.reply(change, { ...values, owner: 'Estates' }, etag));
    expect(screens.sent).toEqual([]);
    expect(JSON.stringify(page.faults)).toContain('Nothing was recorded: October 2026 is not open any more.');
    expect(heldBy(page)).toMatchObject({ owner: 'Estates' });
  });

  it('on a day that is no such choice is not recorded either', async () => {
    const screens = asTeam();
    await screens.reply(change, { ...heldBy(await screens.opened(change)), _from: '2026-10-30' }, etag);
    expect(screens.sent).toEqual([]);
  });
});

describe('What was changed since from a later day', () => {
  const outOfOrder = {
    ...{ status: 409, code: 'effective.out-of-order', detail: 'Record it as a correction.' },
    facts: { lastEffectiveAt: '2026-11-03T09:00:00.000Z' },
  };

  it('leads to the form that corrects what was so then, with what was filled in', async () => {
    const screens = asTeam();
    const values = heldBy(await screens.opened(change));
    screens.refuseOnce(outOfOrder);
    const reply = await screens.reply(change, { ...values, description: 'Lost by the surveyor' }, etag);
    const page = screens.pageOf(reply);
    const text = String(page.body);
    expect(reply).toMatchObject({ status: 409 });
    expect(text).toContain('This was changed with effect from 3 November 2026 already.');
    expect(text).toContain(
      `action="${pages}/issues/survey/_correct/5?from=2026-10-12T09%3A00%3A00.000Z&amp;late=2026-10-31"`,
    );
    expect(text).toContain('Record below what was so from 31 October 2026.');
    expect(text).toContain('Why was it not recorded before?');
    // The form of now comes first: of the correction are the fields that are held last.
    expect(heldBy(page)).toMatchObject({ description: 'Lost by the surveyor', 'correction-from/day': '31' });
    expect(text).toContain('name="_from" value="now"');
    const corrected = await screens.reply(
      `${pages}/issues/survey/_correct/5?from=2026-10-12T09:00:00.000Z&late=2026-10-31`,
      {
        ...heldBy(page),
        'correction-reason': 'We heard on 2 November',
      },
    );
    expect(corrected).toMatchObject({ kind: 'to', notice: 'The correction was recorded.' });
    expect(screens.sent.at(-1)).toMatchObject({
      path: `${review}/issues/survey/corrections`,
      body: {
        ...{ corrects: 5, effectiveAt: endOfOctober, reason: 'We heard on 2 November' },
        record: { description: 'Lost by the surveyor' },
      },
    });
  });

  it('is shown again as true from now where an act has no correction', async () => {
    const strikeOut = `${pages}/issues/survey/_strike-out`;
    const screens = asTeam();
    const values = heldBy(await screens.opened(strikeOut));
    screens.refuseOnce(outOfOrder);
    const page = screens.pageOf(await screens.reply(strikeOut, { ...values, reason: 'Twice' }, etag));
    expect(heldBy(page)).toMatchObject({ _from: 'now', reason: 'Twice' });
    expect(JSON.stringify(page.faults)).toContain('It is true from now if you save it again.');
  });

  it('is shown again so where the review was opened since', async () => {
    const screens = asTeam();
    const path = `${pages}/issues/_new`;
    const values = heldBy(await screens.opened(path));
    screens.refuseOnce({ status: 409, code: 'effective.too-early', detail: 'The review r begins on 3 November 2026.' });
    const filled = { ...values, ...{ title: 'Survey', description: 'x', severity: 'low' } };
    const raised = { 'raisedOn/day': '2', 'raisedOn/month': '10', 'raisedOn/year': '2026' };
    const page = screens.pageOf(await screens.reply(path, { ...filled, ...raised }));
    expect(heldBy(page)).toMatchObject({ _from: 'now', title: 'Survey' });
    expect(JSON.stringify(page.faults)).toContain('begins on 3 November 2026');
  });
});
