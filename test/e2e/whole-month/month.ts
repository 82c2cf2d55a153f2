import { expect } from 'vitest';
import { answered, type Client } from '../../support/running-tracker.ts';
import { noticeOn } from '../pages-browser.ts';
import type { Hands } from './hands.ts';
import { type People, read } from './people.ts';

/** A month of the worked example that is being closed, and what its people need of it. */
export interface Month {
  readonly base: string;
  readonly people: People;
  /** What is stored, as the programme office asks the API for it. */
  readonly office: Client;
  /** Somebody else of the team, who records by another way at the same time. */
  readonly otherTeam: Client;
}

export const programmeId = 'exampleshire-futures';
export const month = '2025-11';
export const libraries = { programmeId, reviewId: 'libraries-and-archives' } as const;
export const programmePage = `/pages/programmes/${programmeId}`;
export const reviewPage = (review: string = libraries.reviewId): string => `${programmePage}/reviews/${review}`;

/** What a person sees who is refused: an error in the title, and a summary with the reason, to which the focus has gone where script runs. */
export const expectRefused = async ({ page }: Hands, words: string): Promise<void> => {
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.textContent('.govuk-error-summary')).toContain(words);
  if (await page.$('body.js-enabled'))
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('govuk-error-summary');
};

export const expectNotice = async ({ page }: Hands, words: string): Promise<void> =>
  expect(await noticeOn(page)).toContain(words);

export const expectText = async ({ page }: Hands, words: string): Promise<void> =>
  expect(await read(page)).toContain(words);

/** A report is made in seconds, and in a minute where the machine does much besides. */
const longestWait = 300_000;

/** Looks again until the page says so: what runs on its own takes a moment. */
export const lookUntil = async ({ page }: Hands, words: string): Promise<void> => {
  const began = performance.now();
  while (performance.now() - began < longestWait) {
    if ((await read(page)).includes(words)) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  throw new Error(`${page.url()} did not come to say "${words}": ${await read(page)}`);
};

export const fillDay = async (hands: Hands, field: string, [day, inMonth, year]: readonly string[]): Promise<void> => {
  await hands.type(`${field}-day`, day ?? '');
  await hands.type(`${field}-month`, inMonth ?? '');
  await hands.type(`${field}-year`, year ?? '');
};

const entryUrl = '/programmes/{programmeId}/reviews/{reviewId}';
const at = (entryId: string) => ({ path: { ...libraries, entryId } });

/** The case that the team adds on a page, where its id is made. */
const fullCaseBy = async (client: Client) => {
  const { items } = await answered(client.GET(`${entryUrl}/business-cases`, { params: { path: libraries } }));
  const added = items.find(({ record }) => record.type === 'full');
  if (added === undefined) throw new Error('there is no full case');
  return added;
};

/** What is stored of the review of libraries, and what somebody else records of it meanwhile. */
export const storedBy = ({ office, otherTeam }: Month) => ({
  saving: (id: string) => answered(office.GET(`${entryUrl}/savings/{entryId}`, { params: at(id) })),
  fullCase: () => fullCaseBy(office),
  milestone: (id: string) => answered(office.GET(`${entryUrl}/milestones/{entryId}`, { params: at(id) })),
  risks: () => answered(office.GET(`${entryUrl}/risks`, { params: { path: libraries } })),
  ratings: async () =>
    (await answered(office.GET(`${entryUrl}/ratings`, { params: { path: libraries, query: { limit: '200' } } }))).items,
  review: () => answered(office.GET(entryUrl, { params: { path: libraries } })),
  returnOf: (reviewId: string) =>
    answered(
      office.GET(`${entryUrl}/returns/{entryId}`, { params: { path: { programmeId, reviewId, entryId: month } } }),
    ),
  changeSaving: async (id: string, change: (record: never) => object) => {
    const { record, version } = await answered(otherTeam.GET(`${entryUrl}/savings/{entryId}`, { params: at(id) }));
    const header = { 'If-Match': `"saving:${programmeId}/${libraries.reviewId}/${id}:${version}"` };
    return answered(
      otherTeam.PUT(`${entryUrl}/savings/{entryId}`, {
        params: {
          path: { ...libraries, entryId: id },
          header: { ...header, 'Effective-At': '2025-11-30T23:59:59.999Z' },
        },
        body: change(record as never) as never,
      }),
    );
  },
  changeFullCase: async (change: object) => {
    const { id, record, version } = await fullCaseBy(otherTeam);
    return answered(
      otherTeam.PUT(`${entryUrl}/business-cases/{entryId}`, {
        params: {
          path: { ...libraries, entryId: id },
          header: { 'If-Match': `"business-case:${programmeId}/${libraries.reviewId}/${id}:${version}"` },
        },
        body: { ...record, ...change } as never,
      }),
    );
  },
  report: () =>
    answered(office.GET('/programmes/{programmeId}/reports/{month}', { params: { path: { programmeId, month } } })),
});
