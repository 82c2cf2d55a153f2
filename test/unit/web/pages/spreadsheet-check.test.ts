import { beforeEach, describe, expect, it } from 'vitest';
import { formOfStep } from './forms-in-page.ts';
import {
  api,
  asBefore,
  boxes,
  brought,
  contract,
  fileOf,
  kept,
  pageAfter,
  recorded,
  screens,
  stored,
} from './savings-tracker.ts';

/* What is said of a savings tracker before anything is recorded, and when its mapping is kept (docs/meaning.md WRITE-29, 43, 44). */

beforeEach(asBefore);

it('What is to be put right is said in the order of the sheet: row by row, and each from the left', async () => {
  recorded.mappings = [
    stored('savings-tracker', {
      ...kept,
      words: [{ field: 'years.2026/27.plan', word: 'n/a' }],
    }),
  ];
  const page = await brought([
    ['T002', 'Highways', 'Second', 'n/a', 'high', ''],
    ['T003', 'Archives', 'Third', 'low', 'high', ''],
    ['T004', 'Highways', 'Fourth', 1.0001, 1, ''],
    ['T004', 'Highways', 'Fifth', 1, 1, ''],
  ]);
  const checked = page.title === 'What your words mean' ? await pageAfter(formOfStep(page.body, 'words')) : page;
  expect(checked.faults.map((one) => /cell (\w+)/.exec(one)?.[1])).toEqual(['E2', 'D3', 'E3', 'D4', 'A5']);
});

it('A cell that is read as empty and has to say something is said with what it holds', async () => {
  recorded.mappings = [stored('savings-tracker', { ...kept, words: [{ field: 'years.2026/27.plan', word: 'n/a' }] })];
  const page = await brought([['T002', 'Highways', 'Second', 'n/a', 40, '']]);
  expect(page.faults).toEqual([
    'Sheet “Savings”, cell D2: 2026/27: Plan is required: “n/a” is read as empty, as the mapping has it',
  ]);
});

describe('The check', () => {
  it('has how many rows are new, changed and as recorded in all, and the money against the total of the sheet', async () => {
    const page = await brought([
      ['T001', 'Archives', 'Fewer boxes', 75, 70, ''],
      contract,
      ['T011', 'Catering', 'Fewer menus', 30, 30, ''],
      ['Total', '', '', 205, 210, ''],
    ]);
    const text = page.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('All together 1 1 1');
    expect(text).toContain('2026/27: Plan Saving 26/27 £k £205,000 £205,000 in row 5: they agree');
    expect(text).toContain('2026/27: Forecast Forecast 26/27 £k £200,000 £210,000 in row 5: £10,000 less is read');
  });

  it('shows every row that would be recorded, five hundred a page', async () => {
    const rows = Array.from({ length: 620 }, (_, n) => [`N${n}`, 'Archives', `Idea ${n}`, 1, 1, '']);
    const first = await brought(rows);
    expect(first.body).toContain('Row by row: 1 to 500 of 620');
    const second = await pageAfter(formOfStep(first.body, 'rows'));
    expect(second.body).toContain('Row by row: 501 to 620 of 620');
    expect(second.body).toContain('621: Idea 619');
    expect((await pageAfter(formOfStep(second.body, 'rows'))).body).toContain('Row by row: 1 to 500 of 620');
  });
});

describe('A mapping that was tried', () => {
  const trial = async () => {
    recorded.mappings = [];
    const columns = await pageAfter({
      step: 'file',
      what: 'new:savings',
      file: fileOf([['T001', 'Archives', 'Fewer boxes', 'high', 75, '']]),
    });
    const words = await pageAfter({
      ...formOfStep(columns.body, 'columns'),
      'mapping-title': 'A trial',
      ...{ 'always/class': 'Cash-releasing', 'always/mechanism': 'Efficiency' },
      ...{ 'always/recurrence': 'Recurring', 'always/firmness': 'Indicative' },
    });
    return pageAfter(formOfStep(words.body, 'words'));
  };

  it('is not kept while its rows are to be put right, and the spreadsheet put right is read by it all the same', async () => {
    const refused = await trial();
    expect(refused.title).toBe('The spreadsheet has something to put right');
    const again = {
      ...formOfStep(refused.body, 'file'),
      file: fileOf([['T001', 'Archives', 'Fewer boxes', 80, 75, '']]),
    };
    const checked = await pageAfter(again);
    expect([checked.title, screens.sent.length]).toEqual(['Check what would be recorded', 0]);
    await pageAfter(formOfStep(checked.body, 'record'));
    expect(screens.sent.map(({ method, path: to }) => `${method} ${to}`)).toEqual([
      `POST ${api}/reviews/archives/savings/changes`,
      `PUT ${api}/spreadsheet-mappings/a-trial`,
    ]);
  });

  it('is kept where a person keeps it by its name', async () => {
    const refused = await trial();
    const kept = await pageAfter(formOfStep(refused.body, 'keep'));
    expect(screens.sent).toMatchObject([{ path: `${api}/spreadsheet-mappings/a-trial`, body: { title: 'A trial' } }]);
    expect(kept.title).toBe(refused.title);
    expect(kept.body).toContain('which is kept for next time');
    expect(kept.body).not.toContain('Keep the mapping');
  });

  it('has a name of its own, which is said before anything is recorded', async () => {
    const columns = await pageAfter({ step: 'file', what: 'new:savings', file: fileOf([boxes]) });
    const page = await pageAfter({ ...formOfStep(columns.body, 'columns'), 'mapping-title': 'Savings tracker' });
    expect(page.faults).toContain(
      'There is a mapping called “Savings tracker” already: begin with that one, or give this one another name',
    );
  });

  it('is not kept where nothing of it is recorded', async () => {
    const refused = await trial();
    const put = { ...formOfStep(refused.body, 'file'), file: fileOf([['T002', 'Archives', 'More boxes', 80, 75, '']]) };
    const checked = await pageAfter(put);
    screens.refuseOnce({ status: 409, title: 'Refused', detail: 'The review has ended' });
    const page = await pageAfter(formOfStep(checked.body, 'record'));
    expect(page.title).toBe('Nothing was recorded');
    expect(screens.sent.map(({ method }) => method)).toEqual(['POST']);
  });
});
