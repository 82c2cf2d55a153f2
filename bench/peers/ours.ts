import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';
import { tableName } from '#local/function-environment.ts';
import { growTo } from '../grow-programme.ts';
import { programmeId, reviewOf, savingOf, settleCouncil } from '../load/council.ts';
import { type Asked, startStack } from '../load/stack.ts';
import { clientOf } from '../programmes.ts';
import type { Answer } from '../send.ts';
import { type Subject, stageOf, type Way } from './subject.ts';

export const ours = 'this tracker';
const organisation = 'council';
const told = 10;

const Versioned = z.looseObject({ version: z.int(), record: z.looseObject({}), facts: z.looseObject({}) });
const Plan = z.looseObject({ years: z.tuple([z.looseObject({ plan: z.int() })]) });
const Page = z.object({ items: z.array(z.looseObject({})) });
const Lines = z.object({ lines: z.array(z.looseObject({})), next: z.string().nullable() });
const Revision = z.object({ content: z.looseObject({ revision: z.int(), lines: z.int() }) });

/** The tracker on its local stack: token, validation, history and audit in every row. */
export const startOurs = async (reviews: number): Promise<Subject> => {
  const data = await mkdtemp(join(tmpdir(), 'tracker-peers-'));
  const dataFile = join(data, 'table');
  let engine = await startEngine({ dataFile });
  // The embedded engine looks through all records of a stream at every write; DynamoDB does not.
  await createTable(engine.endpoint, tableName, { stream: false });
  const stack = await startStack({ DYNAMODB_ENDPOINT: engine.endpoint });
  const { published: month } = await settleCouncil(stack, organisation, told, Date.now());
  const programmeRef = { organisation, programme: programmeId };
  const client = clientOf(engine);
  await growTo({ client, tableName }, programmeRef, reviews, programmeRef);
  client.destroy();

  const office = await stack.signIn({ subject: 'office', organisation, roles: ['programme-office'] });
  const team = await stack.signIn({ subject: 'team', organisation, roles: ['transformation-team'] });
  const sro = await stack.signIn({ subject: 'sro-0', organisation, roles: ['sro'] });
  const must = async (send: (asked: Asked) => Promise<Answer>, asked: Asked): Promise<Answer> => {
    const answer = await send(asked);
    if (answer.status >= 300) throw new Error(`${asked.operation} answered ${answer.status}: ${answer.text}`);
    return answer;
  };
  let keys = 0;
  const freshKey = (): string => {
    keys += 1;
    return `key-${keys}`;
  };
  const ofMonth = { programmeId, month };
  await must(office, {
    operation: 'reviseReport',
    params: ofMonth,
    headers: { 'idempotency-key': freshKey() },
    body: { reason: 'More reviews' },
  });
  for (let tries = 0; ; tries += 1) {
    const { content } = Revision.parse(
      JSON.parse((await must(office, { operation: 'getReport', params: ofMonth })).text),
    );
    if (content.revision === 2 && content.lines >= reviews) break;
    if (tries === 1_200) throw new Error('the report was not made within two minutes');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  const moved = { programmeId, reviewId: 'review-3' };
  let movedVersion = 1;
  const board = { operation: 'getReport', params: ofMonth };
  /** As many lines as one answer may have, page after page by their cursor. */
  const linesAPage = 'limit=5000';
  const everyPage = async (): Promise<number> => {
    let rows = 0;
    for (let cursor: string | null = ''; cursor !== null; ) {
      const asked: Asked = { operation: 'getReportLines', params: ofMonth, query: linesAPage };
      const page: z.infer<typeof Lines> = Lines.parse(
        JSON.parse(
          (await must(team, cursor === '' ? asked : { ...asked, query: `${linesAPage}&cursor=${cursor}` })).text,
        ),
      );
      rows += page.lines.length;
      cursor = page.next;
    }
    return rows;
  };
  /** The lines for a spreadsheet, page after page by their link. */
  const asCsv = async (): Promise<number> => {
    let rows = 0;
    for (let query: string | undefined = linesAPage; query !== undefined; ) {
      const asked: Asked = { operation: 'getReportLines', params: ofMonth, headers: { accept: 'text/csv' } };
      const { text, headers }: Answer = await must(team, { ...asked, query });
      // The head is a row too.
      rows += (text.match(/\r\n/g)?.length ?? 0) - 1;
      const { link } = headers;
      query = /<[^?>]*\?([^>]*)>; rel="next"/.exec(link ?? '')?.[1];
    }
    return rows;
  };

  const way = (name: Way['name']): Way => ({
    name,
    create: (n) =>
      must(team, {
        operation: 'putReview',
        params: { programmeId, reviewId: `zz-new-${name}-${n}` },
        headers: { 'if-none-match': '*' },
        body: reviewOf(n),
      }),
    updateStage: async (n) => {
      const { text } = await must(team, {
        operation: 'moveStage',
        params: moved,
        headers: { 'if-match': `"${movedVersion}"`, 'idempotency-key': freshKey() },
        body: n % 2 === 1 ? { to: stageOf(n) } : { to: stageOf(n), reason: 'Looked at again' },
      });
      movedVersion = Versioned.parse(JSON.parse(text)).version;
    },
    getOne: () => must(team, { operation: 'getReview', params: { programmeId, reviewId: 'review-5' } }),
    list65: async () =>
      Page.parse(
        JSON.parse((await must(team, { operation: 'listReviews', params: { programmeId }, query: 'limit=65' })).text),
      ).items.length,
    position: () => must(team, board),
    pullMonth: name === 'best' ? asCsv : everyPage,
  });

  const counted = { programmeId, reviewId: 'review-7', entryId: 'first' };
  const readFigure = async () =>
    Versioned.parse(JSON.parse((await must(team, { operation: 'getSaving', params: counted })).text));
  const rated = { programmeId, reviewId: 'review-0' };
  return {
    name: ours,
    ways: [way('default'), way('best')],
    pressed: {
      addOne: async () => {
        const { version, record } = await readFigure();
        const wrote = await team({
          operation: 'putSaving',
          params: counted,
          headers: { 'if-match': `"${version}"` },
          body: savingOf(Plan.parse(record).years[0].plan + 1),
        });
        return wrote.status < 300;
      },
      figure: async () => Plan.parse((await readFigure()).record).years[0].plan,
      makeWithKey: (key) =>
        must(sro, {
          operation: 'rateReview',
          params: rated,
          headers: { 'idempotency-key': key },
          body: { on: `${month}-20`, overall: { rating: 'green', words: key } },
        }),
      madeWithKey: async (key) => {
        const { text } = await must(team, { operation: 'listRatings', params: rated });
        return Page.parse(JSON.parse(text)).items.filter((item) => JSON.stringify(item).includes(key)).length;
      },
    },
    startAgain: async () => {
      await stack.end();
      await engine.stop();
      const began = performance.now();
      engine = await startEngine({ dataFile });
      await stack.begin({ DYNAMODB_ENDPOINT: engine.endpoint });
      return performance.now() - began;
    },
    stop: async () => {
      await stack.stop();
      await engine.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
};
