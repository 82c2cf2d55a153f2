import { expect } from 'vitest';

interface Page {
  readonly value: readonly { readonly key: string; readonly url?: string }[];
  readonly '@odata.nextLink'?: string;
}

/** A machine finds every table by the service document, and pulls a month of a report page by page (docs/meaning.md FEED-10). */
export const readsFeedsByItself = async (address: string, token: string): Promise<void> => {
  const service = `${address}/programmes/facing-the-challenge/odata`;
  const headers = { authorization: `Bearer ${token}`, prefer: 'odata.maxpagesize=200' };
  const read = async (from: string): Promise<Page> => (await fetch(from, { headers })).json();
  for (const { url } of (await read(service)).value)
    expect([url, Array.isArray((await read(`${service}/${url}?$top=1`)).value)]).toEqual([url, true]);
  const facts: string[] = [];
  let next: string | undefined = `${service}/reportFacts?$filter=month eq '2014-04'&$select=key`;
  while (next !== undefined) {
    const page: Page = await read(next);
    facts.push(...page.value.map(({ key }) => key));
    next = page['@odata.nextLink'];
  }
  expect(facts.length).toBeGreaterThan(200);
  expect(new Set(facts).size).toBe(facts.length);
};
