import { summaryKey } from '#store/table/keys.ts';
import { compare } from './paired.ts';
import { clientOf, kent, month, openProgramme, publishMonth } from './programmes.ts';
import { copyReport } from './report-copies.ts';
import type { Part, Row } from './row.ts';
import { must } from './send.ts';
import { startStack } from './stack.ts';

/** What a board pulls, and a list, through the whole local stack, against a bare handler that gets one item. */
export const pulls: Part = {
  name: 'pulls',
  title: "A board's pull and a list, against getting one item",
  measure: async ({ onProgress }) => {
    onProgress("pulls: telling Kent's programme");
    const stack = await startStack(['facing-the-challenge']);
    const client = clientOf(stack);
    try {
      const { origin } = stack.tracker.ready;
      for (const [programme, reviews] of [
        ['ten', 10],
        ['council', 65],
        ['ten-thousand', 10_000],
      ] as const) {
        onProgress(`pulls: a programme of ${reviews}`);
        await openProgramme(stack, client, programme, reviews);
        await publishMonth(stack, programme);
      }
      onProgress('pulls: copies of a report, so that each pull of one makes it anew');
      const ten = { ...kent, programme: 'ten' };
      const copies = await copyReport({ client, name: stack.table }, ten, month);
      const floor = await stack.floor({});
      const { pk, sk } = summaryKey(ten, month, 1);
      const bare = () =>
        must(200, floor.ready.origin, `/item?pk=${encodeURIComponent(pk)}&sk=${encodeURIComponent(sk)}`);
      const pull = (programme: string, accept: string) => () =>
        must(200, origin, `/programmes/${programme}/reports/${month}`, { headers: stack.as('board', { accept }) });
      const anew = (accept: string) => (n: number) => pull(copies[n % copies.length]?.programme ?? '', accept)();
      const [json, page] = ['application/json', 'text/html'];
      const terms = { pairs: 14, calls: 24, callers: 1, warmUp: 30 };
      onProgress('pulls: comparing');
      const first = await pull('ten', json)();
      const again = await must(304, origin, `/programmes/ten/reports/${month}`, {
        headers: stack.as('board', { accept: json, 'if-none-match': first.headers.etag ?? '' }),
      });
      const list = () => must(200, origin, '/programmes/council/reviews?limit=65', { headers: stack.as('board') });
      const one = (name: string, ratio: Row['ratio'], goal: number | null): Row => ({
        name,
        ...(ratio === undefined ? {} : { ratio }),
        goal,
      });
      return [
        one("a board's pull as JSON, of ten reviews", await compare(pull('ten', json), bare, terms), 1.2),
        one("a board's pull as JSON, of 10,000 reviews", await compare(pull('ten-thousand', json), bare, terms), 1.2),
        one("a board's pull as JSON, unpacked anew", await compare(anew(json), bare, terms), 1.2),
        one("a board's pull as a page, asked for again", await compare(pull('ten', page), bare, terms), 1.2),
        one("a board's pull as a page, made anew", await compare(anew(page), bare, terms), 1.2),
        one(
          'the summary of 10,000 reviews, against that of ten',
          await compare(pull('ten-thousand', json), pull('ten', json), terms),
          1.15,
        ),
        { name: 'a pull of what is known already (304)', count: { value: again.text.length, unit: 'bytes' }, goal: 0 },
        one('a list of 65 reviews', await compare(list, bare, terms), 2.5),
      ];
    } finally {
      client.destroy();
      await stack.stop();
    }
  },
};
