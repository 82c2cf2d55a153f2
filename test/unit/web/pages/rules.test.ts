import { expect, it } from 'vitest';
import { everyRule } from '#domain/rules-in-words.ts';
import { rulePath, rulesPath } from '#web/pages/paths.ts';
import { ruleId } from '#web/report/rule-id.ts';
import { screensBefore } from './screen-under-test.ts';

const screens = screensBefore(() => ({}), ['board']);

it('every rule that a page or a report names has a page with its sentence, who can put it right and how', async () => {
  const rules = everyRule();
  expect(rules.length).toBeGreaterThan(150);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, sentences, who } of rules) {
    const { title, body } = await screens.opened(rulePath(id));
    expect(title).toBe(`Rule ${id}`);
    for (const words of [...sentences, ...(who === undefined ? [] : [who])])
      expect(String(body).replaceAll('&quot;', '"').replaceAll('&#39;', "'")).toContain(words);
  }
});

it('the list of rules leads to each of them', async () => {
  const markup = String((await screens.opened(rulesPath)).body);
  for (const { id } of everyRule()) expect(markup).toContain(`href="${rulePath(id)}">${id}</a>`);
});

it('a rule that there is not is said to be none', async () => {
  const { title, body } = await screens.opened(rulePath('CON-999'));
  expect(title).toBe('This rule is not in use');
  expect(String(body)).toContain(`href="${rulesPath}"`);
});

it('an id is a link where its page has somewhere to lead to, and plain in a file', () => {
  expect(String(ruleId('CON-02', rulePath))).toBe(
    '<span class="rule-id"><a href="/pages/rules/CON-02">CON-02</a></span>',
  );
  expect(String(ruleId('CON-02', undefined))).toBe('<span class="rule-id">CON-02</span>');
});
