import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '#domain/report/in-order.ts';
import { Rows } from '#domain/report/rows.ts';
import { withMarks } from '#language/withheld-text.ts';

const withheld = (id: string, words: string): string =>
  `Say that "${withMarks(words, { ground: 3, until: undefined, record: `property/milestone/${id}` })}" is done`;

it('the order of rows says nothing of withheld words, whatever they are and however the rows came', () => {
  const ids = ['award', 'bids', 'close'];
  fc.assert(
    fc.property(
      fc.tuple(fc.string(), fc.string(), fc.string()),
      fc.shuffledSubarray(ids, { minLength: 3 }),
      (words, order) => {
        const rows = order.map((id) => ({ id, what: withheld(id, words[ids.indexOf(id)] ?? '') }));
        expect(inOrder(rows, ({ what }) => [what]).map(({ id }) => id)).toEqual(ids);
        const first = new Rows<(typeof rows)[number]>(({ what }) => [what], 2);
        first.add(...rows);
        expect(first.listed().rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
      },
    ),
  );
});
