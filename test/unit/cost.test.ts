import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '#schemas/operations.ts';
import { billOf, councils, county, totalOf, workOf } from '../../bench/cost/month.ts';
import { keyPatterns, loads, reportDay, rollUpOf, wholeTable } from '../../bench/cost/partitions.ts';
import { changes, questions, rollUp } from '../../bench/cost/uses.ts';

const uses = [...changes, ...questions];

describe("the reckoning of a council's month", () => {
  it('every use is an operation that the tracker has', () => {
    const known = new Set(operations.map(({ id }) => id));
    expect(uses.filter(({ operation }) => !known.has(operation))).toEqual([]);
  });

  it('writes are the changes of each review at their units, and the reports', () => {
    const { writeUnits } = rollUp;
    // 4 new entries at 20, 14 changed ones at 16, 3 changed records at 18, stage work 3 times at 18, a move at 18, 4 acts at 10, a validation at 30.
    const eachReview = 4 * 20 + 14 * 16 + 3 * 18 + 3 * 18 + 18 + 4 * 10 + 30;
    expect(workOf(county, 1).writeUnits).toBe(
      195 * eachReview + Math.ceil(3 * writeUnits.once + 195 * writeUnits.eachReview),
    );
  });

  it('fifty councils do fifty times the work and pay less than fifty times the bill only by the allowances', () => {
    const [one, fifty] = [workOf(county, 1), workOf(county, 50)];
    expect(fifty.requests).toBe(50 * one.requests);
    const fixed = new Set(['CloudWatch alarms', 'CloudWatch dashboard', 'SQS', 'EventBridge Scheduler']);
    for (const [n, line] of billOf(county, 50).entries()) {
      expect(line.charged).toBeLessThanOrEqual(line.list);
      const alone = billOf(county, 1)[n];
      if (!fixed.has(line.price.what)) expect(line.list).toBeLessThanOrEqual(50 * (alone?.list ?? 0) * 1.01);
    }
  });

  it('the README says what the page says', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
    const [, low, high] = /About (\d+) to (\d+) US dollars a month for a council/.exec(readme) ?? [];
    const charged = councils.map((council) => totalOf(billOf(council, 1)).charged);
    expect(Number(low)).toBe(Math.round(Math.min(...charged)));
    expect(Number(high)).toBe(Math.round(Math.max(...charged)));
  });
});

describe('the keys against what one partition gives', () => {
  it.each(uses)('$what: the key patterns hold every unit that it takes', (use) => {
    const on = (units: 'readUnits' | 'writeUnits') =>
      keyPatterns.reduce((sum, pattern) => sum + pattern.of(use)[units], 0);
    expect(on('readUnits')).toBeGreaterThanOrEqual(use.readUnits);
    expect(on('writeUnits')).toBeGreaterThanOrEqual(use.writeUnits);
  });

  it("no partition is a tenth full in the busiest second of a council, and the hottest is a programme's positions", () => {
    expect(loads()[0]?.pattern).toContain('#POSITIONS');
    expect(loads()[0]?.share).toBeLessThan(0.1);
  });

  it('a new table takes the busiest hour of 400 councils at once', () => {
    expect(wholeTable(400).share).toBeLessThan(1);
    expect(wholeTable(400).requests).toBeCloseTo(400 * wholeTable(1).requests);
  });

  it('the four shards of what is due share 1,200 programmes evenly, and have them reported within the hour', () => {
    const day = reportDay(400, 10);
    expect(day.mostInAShard).toBeLessThan((day.reports / day.shards) * 1.1);
    expect(day.minutes).toBeLessThan(60);
    expect(day.writesASecond).toBeLessThan(10);
  });

  it('a roll-up of 10,000 reviews reads its positions in pages of a megabyte', () => {
    expect(rollUpOf(10_000).pages).toBe(Math.ceil((10_000 * rollUp.readUnits.eachReview) / 256));
    expect(rollUpOf(10_000).pages).toBeLessThan(50);
  });
});
