import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportFigure, ReportFigures } from '#schemas/report-figures.ts';
import { from, of, tomorrow } from '../support/one-programme.ts';
import { published } from '../support/published-month.ts';
import { records } from '../support/records.ts';
import { startReportedProgramme } from '../support/reported-programme.ts';
import { type Person, people, type TestTracker, type Told } from '../support/tracker.ts';

const january = { ...tomorrow, month: '2026-01' };
const ofRevision = { ...january, revision: '1' };

let tracker: TestTracker;
let contentDigest: string;
const ask = (figure: string, as: Person = people.office, query = ''): Promise<Told> =>
  tracker.ask('getReportFigure', { as, params: { ...january, figure }, query });
const figure = async (name: string, as: Person = people.office): Promise<ReportFigure> =>
  ReportFigure.strict().parse((await ask(name, as)).body);

beforeAll(async () => {
  tracker = await startReportedProgramme();
  const exempt = { fields: ['title'], ground: 3, until: '2030-01-01' };
  await tracker.must('putRisk', {
    params: of('property', 'bid'),
    headers: from('2026-01-12'),
    body: { ...Object(records.risk), title: 'Serco walks away', exempt },
  });
  await published(tracker, 'tomorrow', '2026-01');
  const { body } = await tracker.must('getReport', { as: people.office, params: january });
  contentDigest = body.publication.contentDigest;
});
afterAll(() => tracker.stop());

describe('listReportFigures', () => {
  it('lists each figure of the report with its value and the rule that made it, as listRevisionFigures does', async () => {
    const told = await tracker.must('listReportFigures', { as: people.board, params: january });
    const { figures, revision } = ReportFigures.strict().parse(told.body);
    expect(revision).toBe(1);
    expect(figures.find((one) => one.figure === 'counts.counted')).toMatchObject({
      value: 2,
      unit: 'reviews',
      rule: { id: 'REVIEW-3' },
    });
    expect(figures.find((one) => one.figure === 'savings.2026-27.plan')).toMatchObject({
      unit: 'pounds',
      value: { low: 400_000, count: 1 },
      rule: { id: 'SAVINGS-7' },
    });
    const same = await tracker.must('listRevisionFigures', { as: people.board, params: ofRevision });
    expect(same.body).toEqual(told.body);
    expect(same.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    const again = await tracker.ask('listReportFigures', {
      as: people.board,
      params: january,
      headers: { 'if-none-match': told.headers.etag ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('refuses a month without a report', async () => {
    const told = await tracker.ask('listReportFigures', {
      as: people.board,
      params: { ...tomorrow, month: '2026-02' },
    });
    expect(told).toMatchObject({ status: 404, body: { code: 'report.unpublished' } });
  });
});

describe('getReportFigure', () => {
  it('names the savings line that a planned pound is of, where it is read, and the digest of the report', async () => {
    const plan = await figure('savings.2026-27.plan');
    expect(plan).toMatchObject({ month: '2026-01', revision: 1, contentDigest, rowsNotKept: 0, next: null });
    expect(plan.rows).toEqual([
      expect.objectContaining({
        review: 'property',
        register: 'saving',
        amount: 400_000,
        how: 'included',
        because: null,
        record: expect.stringMatching(/^\/programmes\/tomorrow\/reviews\/property\/savings\/[a-z-]+$/),
      }),
    ]);
  });

  it('says of a line that is left out of what is identified why it is', async () => {
    const { rows, value } = await figure('savings.2026-27.identified');
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row?.how === 'included' ? row.amount : 0).toBe(Object(value).low);
  });

  it('names the reviews that count, and those of which a rating is', async () => {
    const { rows } = await figure('counts.counted');
    expect(rows.map((row) => [row.review, row.amount, row.how])).toEqual([
      ['libraries', 1, 'included'],
      ['property', 1, 'included'],
    ]);
    const rated = await figure('ratings.sro.not-rated');
    expect(rated.rows.filter((row) => row.how === 'included')).toHaveLength(Number(rated.value));
  });

  it('says that the closing is made of those, and the opening of the first report of what moved since', async () => {
    expect((await figure('flow.closing')).rows.map((row) => row.review)).toEqual(['libraries', 'property']);
    const opening = await figure('flow.opening');
    const sum = (opening.madeOf ?? []).reduce((all, { sign, value }) => all + sign * Number(value), 0);
    expect([opening.value, sum]).toEqual([1, 1]);
    const entered = await figure('flow.entered');
    expect(entered.rows.map((row) => [row.amount, row.because])).toEqual([[1, expect.stringContaining('2026')]]);
  });

  it('gives a board names and amounts and no address, and withholds what is exempt', async () => {
    const [office, board] = [await figure('risks.open'), await figure('risks.open', people.board)];
    expect(board.rows).toHaveLength(office.rows.length);
    expect(office.rows.map((row) => row.entryTitle)).toContain('Serco walks away');
    expect(board.rows.map((row) => row.entryTitle).join()).toContain('Withheld until');
    expect(board.rows.map((row) => row.entryTitle)).not.toContain('Serco walks away');
    expect(board.rows.map((row) => row.record)).toEqual(board.rows.map(() => null));
    expect(office.rows.every((row) => row.record?.startsWith('/programmes/tomorrow'))).toBe(true);
    expect(board.rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(board.value);
  });

  it('goes on in pages that come to the whole, and refuses a cursor that leads nowhere', async () => {
    const rows: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const told: Told = await ask('counts.counted', people.office, `limit=1${cursor && `&cursor=${cursor}`}`);
      const page = ReportFigure.parse(told.body);
      expect(page.rows.length).toBeLessThanOrEqual(1);
      rows.push(...page.rows);
      cursor = page.next;
    }
    expect(rows).toEqual((await figure('counts.counted')).rows);
    for (const cursor of ['bm90aGluZw', Buffer.from('900').toString('base64url')])
      expect(await ask('counts.counted', people.office, `cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
  });

  it('getRevisionFigure answers for ever what getReportFigure answers of the month, and 404 of a figure that is none', async () => {
    const params = { ...ofRevision, figure: 'counts.counted' };
    const told = await tracker.must('getRevisionFigure', { as: people.board, params });
    expect(told.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(told.body).toEqual((await ask('counts.counted', people.board)).body);
    expect(await ask('counts.nothing')).toMatchObject({ status: 404, body: { code: 'figure.unknown' } });
  });
});

describe('figures of other registers', () => {
  it('name the issue that is open, the milestone that is due and what the market said, each where it is read', async () => {
    for (const name of ['milestones.total', 'options.total', 'issues.open', 'engagement.engagements']) {
      const { value, rows } = await figure(name);
      expect([name, rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)]).toEqual([name, value]);
      expect(rows.every(({ record }) => record?.startsWith('/programmes/tomorrow'))).toBe(true);
    }
  });
});

describe('listReportFigures of one record', () => {
  const of = async (query: string, as: Person = people.office) =>
    ReportFigures.strict().parse((await tracker.must('listReportFigures', { as, params: january, query })).body)
      .figures;

  it('leads from a record back to the figures that it is in, each with what it gives, as getReportFigure has it', async () => {
    const figures = await of('review=property&register=risk&entry=bid');
    const names = figures.map((one) => one.figure);
    expect(names).toEqual(expect.arrayContaining(['risks.open', 'risks.scored', 'last-confirmed.risk.total']));
    expect(names.every((name) => !name.startsWith('savings.'))).toBe(true);
    for (const { figure: name, row } of figures)
      expect((await figure(name)).rows.filter((one) => one.register === 'risk' && one.entry === 'bid')).toEqual([row]);
  });

  it('withholds there too what is exempt, and gives a board no address', async () => {
    const [open] = await of('review=property&register=risk&entry=bid', people.board);
    expect(open).toMatchObject({ figure: 'risks.open', row: { amount: 1, record: null } });
    expect(open?.row?.entryTitle).toContain('Withheld until');
  });

  it('has the review itself, and findings about a record', async () => {
    const names = (await of('review=libraries&register=review&entry=libraries')).map((one) => one.figure);
    expect(names).toEqual(expect.arrayContaining(['counts.counted', 'flow.closing', 'returns.missing']));
    expect(names.some((name) => name.startsWith('findings.rule.'))).toBe(true);
  });

  it('answers no figure of a record that the report does not know, and refuses half a record', async () => {
    expect(await of('review=property&register=risk&entry=nothing')).toEqual([]);
    expect(await of('register=risk&entry=bid')).toEqual([]);
    for (const query of ['register=risk', 'entry=bid', 'review=property'])
      expect(await tracker.ask('listReportFigures', { as: people.office, params: january, query })).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
  });

  it('listRevisionFigures answers the same for ever', async () => {
    const query = 'review=property&register=risk&entry=bid';
    const told = await tracker.must('listRevisionFigures', { as: people.office, params: ofRevision, query });
    expect(told.body.figures).toEqual(await of(query));
  });
});
