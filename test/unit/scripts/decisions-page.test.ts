import { expect, it } from 'vitest';
import { decisionsPage } from '../../../scripts/decisions-page.ts';

const file = (name: string, text: string) => ({ name: `${name}.md`, text });
const pageOf = (...files: Parameters<typeof decisionsPage>[0]): readonly string[] =>
  (decisionsPage(files)[1] ?? '').split('\n').slice(2);

it('has the first sentence of what was decided, however the file writes it', () => {
  expect(
    pageOf(
      file('0001-list', '# 1. A list\n\n## Decision\n- **First** over\n  two lines. And more.\n- Second.\n'),
      file('0002-bold', '# 0002: In bold\n\n**Decision.** In one `word`: so. Then more.\n\n**Context.** None.\n'),
      file('0003-none', '# 3. Without\n\n## Positions\n**One.** Of two.\n'),
    ),
  ).toEqual([
    '| 1 | [A list](0001-list.md) | **First** over two lines. |  |',
    '| 2 | [In bold](0002-bold.md) | In one `word`: so. |  |',
    '| 3 | [Without](0003-none.md) |  |  |',
  ]);
});

it('says what took the place of a decision, by its own words or by those of the later one', () => {
  const [first, second, third] = pageOf(
    file(
      '0003-third',
      '# 3. Third\n\nSupersedes [0001](0001-first.md) and [0002](0002-second.md).\n\n## Decision\nC.\n',
    ),
    file('0001-first', '# 1. First\n\n> Superseded by [0003](0003-third.md): it\n> is gone.\n\n## Decision\nA.\n'),
    file('0002-second', '# 2. Second\n\n## Decision\nB.\n'),
  );
  expect(first).toBe('| 1 | [First](0001-first.md) | A. | Superseded by [0003](0003-third.md): it is gone. |');
  expect(second).toBe('| 2 | [Second](0002-second.md) | B. | In part superseded by [3](0003-third.md). |');
  expect(third).toBe('| 3 | [Third](0003-third.md) | C. |  |');
});
