import { expect, it } from 'vitest';
import { showProgress } from '#local/progress.ts';

const watch = (terminal: { isTTY?: boolean; columns?: number }, milliseconds: readonly number[], total: number) => {
  const written: string[] = [];
  let look = 0;
  const show = showProgress(
    'Telling',
    { ...terminal, write: (text) => written.push(text) },
    () => milliseconds[look++] ?? 1e6,
  );
  for (let done = 0; done <= total; done += 1) show({ done, total, words: `step ${done + 1}` });
  return written;
};
const slow = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n * 5000);

it('rewrites one line on a terminal, with a bar, the numbers and the words', () => {
  const written = watch({ isTTY: true, columns: 100 }, slow(10), 2);
  expect(written.map((line) => line.startsWith('\r'))).toEqual([true, true, true]);
  expect(written[1]).toContain('Telling [############............] 1 of 2: step 2');
  expect(written.filter((line) => line.endsWith('\n'))).toHaveLength(1);
});

it('keeps the line within the width of the terminal', () => {
  const [line = ''] = watch({ isTTY: true, columns: 30 }, slow(10), 2);
  expect(line.replace('\r', '').replace('\u001b[K', '').length).toBeLessThan(30);
});

it('writes a plain line every tenth where there is no terminal', () => {
  const written = watch({}, slow(100), 50);
  expect(written).toHaveLength(10);
  expect(written[0]).toBe('Telling: 5 of 50 (10%)\n');
  expect(written.at(-1)).toBe('Telling: 50 of 50 (100%)\n');
});

it('is quiet for the first second', () => {
  const within = Array.from({ length: 20 }, () => 500);
  expect(watch({ isTTY: true, columns: 100 }, within, 10)).toHaveLength(1);
});
