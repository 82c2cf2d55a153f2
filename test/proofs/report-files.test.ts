// @module-tag long
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { monthsOf, programmesOf, putItems, releasedVersions } from '../released/released-version.ts';
import { readArchiveOf } from '../support/archive-reader.ts';
import { differencesOf } from '../support/compare-tables.ts';
import { differencesOnPaper, readPaper } from '../support/paper-reader.ts';
import { pdf, pullsFrom, titlesOf, views, xlsx, zip } from '../support/pulled-report.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';
import { readWorkbookOf } from '../support/workbook-reader.ts';
import { isProved, timeLimitMilliseconds } from './running.ts';

/*
 * The files of every report that the latest release kept of its samples, pulled as a board pulls them and read back: what each
 * says is what its JSON says, and its paper what its page says, in both views.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const version = releasedVersions.at(-1) ?? '';
let tracker: TestTracker;
let reports: ReturnType<typeof pullsFrom>;
beforeAll(async () => {
  tracker = await startTestTracker();
  reports = pullsFrom(tracker);
  await putItems({ client: tracker.client, name: tracker.tableName }, version);
});
afterAll(() => tracker.stop());

/** Every month; in `npm run test:long` the first and the last of each programme. */
const pulls = programmesOf(version).flatMap((programmeId) => {
  const months = monthsOf(version, programmeId);
  return months
    .filter((_, n) => isProved || n === 0 || n === months.length - 1)
    .flatMap((month) => views.map((view) => [programmeId, month, view] as const));
});

describe.each(pulls)('The report of %s for %s in the %s view', (programmeId, month, view) => {
  const params = { programmeId, month };

  it('has every number, date and text of its JSON in its workbook and in its archive of CSV', async () => {
    const [report, lines] = [await reports.jsonOf(params, view), await reports.linesOf(params, view)];
    const told = await reports.pull(params, xlsx, `view=${view}`);
    const file = await readWorkbookOf(told.bytes);
    expect(differencesOf(report, lines, file)).toEqual([]);
    expect(file.tables.get('Report')).toContainEqual(['Content digest', report.publication.contentDigest]);
    const archive = readArchiveOf((await reports.pull(params, zip, `view=${view}`)).bytes, titlesOf(report, lines));
    expect(differencesOf(report, lines, archive)).toEqual([]);
    expect(archive.tables.get('Report')).toContainEqual(['Content digest', report.publication.contentDigest]);
  });

  it('says on paper what its page says', async () => {
    const page = (await reports.pull(params, 'text/html', `view=${view}`)).text;
    const { bytes, headers } = await reports.pull(params, pdf, `view=${view}`);
    const paper = await readPaper(bytes);
    expect(differencesOnPaper(page, paper)).toEqual([]);
    expect(paper.astray).toBe(0);
    expect(paper.info).toMatchObject({
      Subject: expect.stringMatching(/^Revision 1, rule set .* content digest [0-9a-f]{64}$/),
    });
    expect(headers).toMatchObject({
      'content-type': pdf,
      'content-disposition': `attachment; filename="${programmeId}-${month}-r1.pdf"`,
    });
  });
});
