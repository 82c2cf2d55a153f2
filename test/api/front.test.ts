import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

it('getPage is a page for a person without a token, under a policy that lets in nothing from elsewhere', async () => {
  const page = await tracker.ask('getPage', { as: null });
  expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(page.text).toContain('https://issuer.example');
  expect(page.headers['content-security-policy']).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-",
  );
  expect(page.headers['content-security-policy']).toContain("connect-src 'self' https://issuer.example");
});

it.each([
  ['app.js', 'text/javascript; charset=utf-8'],
  ['app.css', 'text/css; charset=utf-8'],
])('getPageAsset serves %s as %s', async (asset, type) => {
  const answer = await tracker.ask('getPageAsset', { as: null, params: { asset } });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': type } });
  expect(answer.text.length).toBeGreaterThan(500);
});

it('getPageAsset serves no other file', async () => {
  const answer = await tracker.send('GET', '/assets/..%2F..%2Findex.mjs', { as: null });
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', faults: [{ in: 'path' }] } });
});

it('getOpenApi is the whole API as a document, without a token', async () => {
  const answer = await tracker.ask('getOpenApi', { as: null });
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: { openapi: '3.1.0' },
  });
  expect(Object.keys(answer.body.paths).length).toBeGreaterThan(50);
});

it('an address that there is not is one problem, and so is a method that an address does not take', async () => {
  const nowhere = await tracker.send('GET', '/nowhere', { as: null });
  expect(nowhere).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
  const wrong = await tracker.send('DELETE', '/programmes/tomorrow', { as: null });
  expect(wrong).toMatchObject({ status: 405, headers: { allow: 'GET, PUT' }, body: { code: 'method.not-allowed' } });
});
