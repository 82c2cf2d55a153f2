import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesOf, foundIn, importsOf, textOf } from './source.ts';

const page = textOf('docs/security.md');

/** As OWASP lists them: https://owasp.org/API-Security/editions/2023/en/0x11-t10/ */
const risks = [
  'API1:2023 Broken Object Level Authorization',
  'API2:2023 Broken Authentication',
  'API3:2023 Broken Object Property Level Authorization',
  'API4:2023 Unrestricted Resource Consumption',
  'API5:2023 Broken Function Level Authorization',
  'API6:2023 Unrestricted Access to Sensitive Business Flows',
  'API7:2023 Server Side Request Forgery',
  'API8:2023 Security Misconfiguration',
  'API9:2023 Improper Inventory Management',
  'API10:2023 Unsafe Consumption of APIs',
];

interface Named {
  readonly title: string;
  readonly file: string;
}
const testsNamedIn = (text: string): readonly Named[] =>
  [...text.matchAll(/^- `([^`]+)` \(\[([^\]]+)\]\(\.\.\/([^)]+)\)\)$/gm)].map(([, title = '', file = '', link]) => ({
    title,
    file: file === link ? file : `${file} is not ${link}`,
  }));

/** The titles of the tests that a file holds, as they are written there. */
const titlesIn = (file: string): readonly string[] =>
  foundIn(file, (node) => {
    if (!ts.isCallExpression(node)) return undefined;
    const [title] = node.arguments;
    const called = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
    const isTest = /^it(?:\.each)?$/.test(called.getText());
    return isTest && title !== undefined && ts.isStringLiteralLike(title) ? title.text : undefined;
  }).map((found) => found.slice(found.indexOf(' ') + 1));

const missing = (named: readonly Named[]): readonly string[] =>
  named.flatMap(({ title, file }) =>
    existsSync(join(resolve(import.meta.dirname, '../..'), file)) && titlesIn(file).includes(title)
      ? []
      : [`${file}: ${title}`],
  );

describe('the page on security', () => {
  const sections = new Map(
    page
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section]),
  );

  it.each(risks)('says of %s what it would mean here, what holds it and which tests show it', (risk) => {
    const section = sections.get(risk) ?? '';
    expect(section).toMatch(/^\*\*Here it would mean\*\* \S/m);
    expect(section).toMatch(/^\*\*What holds it\.\*\* \S/m);
    expect(testsNamedIn(section).length).toBeGreaterThan(0);
  });

  it('names no test that is not there', () => {
    expect(testsNamedIn(page).length).toBe(page.match(/^- /gm)?.length);
    expect(missing(testsNamedIn(page))).toEqual([]);
  });

  it('would be found out: a title that no test has, a file that is gone', () => {
    const file = 'test/architecture/security-page.test.ts';
    expect(missing([{ title: 'names no test that is not there', file }])).toEqual([]);
    expect(missing([{ title: 'names no test that was never there', file }])).toHaveLength(1);
    expect(missing([{ title: 'names no test that is not there', file: 'test/gone.test.ts' }])).toHaveLength(1);
  });
});

/** What opens a connection, or runs what is text. */
const outward = /^(?:node:(?:https?|http2|net|tls|dgram|dns|child_process|vm)|undici|axios|node-fetch)$/;
/** Is sent nothing by anybody, and asks for the page at the deployment's own address, which is in its settings. */
const asksForItself = 'functions/hosts/canary.ts';
/**
 * The pages ask the API and the secrets extension, each at an address of the deployment's own settings, and never one that a request names;
 * the issuer is asked by openid-client alone.
 */
const ofPages = ['functions/pages/api.ts', 'functions/pages/key-ring.ts'];
/**
 * What sends messages and events asks GOV.UK Notify, the council's own webhooks and channels, and the secrets extension, each at an address of its settings;
 * only a schedule calls it, and an operator.
 */
const ofMessages = ['notify', 'webhook', 'chat-channels', 'secret'].map((name) => `functions/messages/${name}.ts`);
const rooms = ['schemas', 'domain', 'store', 'functions'];

it('what is deployed calls nobody but the store and the queue, through their own clients', () => {
  const files = rooms.flatMap(filesOf).filter((file) => ![asksForItself, ...ofPages, ...ofMessages].includes(file));
  const imports = files.flatMap((file) =>
    importsOf(file).flatMap((imported) => (outward.test(imported) ? [`${file} -> ${imported}`] : [])),
  );
  const calls = files.flatMap((file) =>
    foundIn(file, (node) =>
      ts.isIdentifier(node) && /^(?:fetch|XMLHttpRequest|WebSocket|EventSource|eval)$/.test(node.text)
        ? node.text
        : undefined,
    ),
  );
  const clients = files.filter((file) => importsOf(file).some((imported) => imported.startsWith('@aws-sdk/')));
  expect(imports).toEqual([]);
  expect(calls).toEqual([]);
  expect(clients.length).toBeGreaterThan(0);
});
