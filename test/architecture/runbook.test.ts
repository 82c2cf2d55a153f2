import { expect, it } from 'vitest';
import { logged } from '#functions/http/log.ts';
import { textOf } from './source.ts';

const runbook = textOf('docs/runbook.md');

it('the runbook explains every code that is logged, and names no other', () => {
  const named = new Set(
    runbook.match(
      /\b(?:(?:REQUEST|WORDS|PROGRAMME|STORE|ITEM|ANSWER|REPORTS?|MESSAGES?|EVENTS?|USERS|SIGN)_[A-Z_]+|ACCESS)\b/g,
    ),
  );
  expect([...named].sort()).toEqual(Object.values(logged).sort());
});
