import { expect, it } from 'vitest';
import { filesOf, textOf } from './source.ts';

/** What is set into the value of a form's control in another way than as it was written: it would be sent back, and recorded, changed. */
const changedValues = (text: string): readonly string[] =>
  [...text.matchAll(/ value="\$\{(?!asWritten\()[^}]*\}|\$\{(?!asWritten\()[^}]*\}<\/textarea>/g)].map(
    ([found]) => found,
  );

it('every control of a form holds its value as it was written', () => {
  const files = filesOf('web');
  expect(files.filter((file) => textOf(file).includes(' value="${asWritten(')).length).toBeGreaterThan(2);
  expect(files.flatMap((file) => changedValues(textOf(file)).map((found) => `${file}: ${found}`))).toEqual([]);
});

it('the check for values sees one that is set in another way', () => {
  expect(changedValues(`<input value="\${given}">`)).toHaveLength(1);
  expect(changedValues(`<textarea>\n\${given.value}</textarea>`)).toHaveLength(1);
  expect(changedValues(`<input value="\${asWritten(given)}">`)).toEqual([]);
});
