import ts from 'typescript';
import { expect, it } from 'vitest';
import { filesOf, foundIn, textOf } from './source.ts';

const ruleId = /^[A-Z]{2,4}-\d{2}$/;

/** The ids of rules as they are typed by hand: `id: 'GATE-11'`. */
const typed = [...filesOf('domain'), ...filesOf('registers')].flatMap((file) => {
  const ids: string[] = [];
  foundIn(file, (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'id' && ts.isStringLiteral(node.initializer))
      if (ruleId.test(node.initializer.text)) ids.push(node.initializer.text);
    return undefined;
  });
  return ids;
});

it('no two rules have the same id', () => {
  expect(typed.length).toBeGreaterThan(0);
  expect(typed.filter((id, place) => typed.indexOf(id) !== place)).toEqual([]);
});

it('every rule is published with its sentence', () => {
  const published = textOf('docs/reference/rules.md');
  expect(typed.filter((id) => !new RegExp(`^\\| ${id} \\|.* \\S{3,}`, 'm').test(published))).toEqual([]);
});

it('every rule is tried: a test of rules or of operations names it', () => {
  const tests = [...filesOf('test/unit'), ...filesOf('test/api')].map(textOf).join('\n');
  expect(typed.filter((id) => !tests.includes(id))).toEqual([]);
});
