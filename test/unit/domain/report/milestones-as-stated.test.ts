import { describe, expect, it } from 'vitest';
import { buildSection } from '#domain/position/sections.ts';
import { asJsonObject } from '#schemas/history.ts';
import { aProgramme, aReview, aSetting, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';
import { made } from '../../registers/put-entry.ts';

/* docs/meaning.md DELIVERY-24: the dates of a milestone as precise as people know them. The report is of April 2014. */

const effectiveAt = '2014-02-01T00:00:00.000Z';
const plain = { title: 'Company trades', type: 'delivery', owner: 'Head of Property' };
const sectionOf = (records: Readonly<Record<string, object>>) =>
  buildSection(
    'milestones',
    Object.entries(records).map(([id, given]) => {
      const { record, facts } = made('milestone', { ...plain, ...given });
      const state = { record: asJsonObject(record), facts: asJsonObject(facts), struckOut: null };
      return { review: 'property', kind: 'milestone' as const, id, state, effectiveAt };
    }),
    aProgramme(),
  );
const reported = (records: Readonly<Record<string, object>>) =>
  rollUp([aReview('property', { milestones: sectionOf(records) })], aSetting());
const month = (of: string) => ({ kind: 'month', month: of });
const autumn = { kind: 'season', season: 'autumn', year: 2014 };
const inWords = { kind: 'words', words: 'once the strategy is adopted' };

describe('A milestone of which no day is stated', () => {
  it('is held to the last day that its date stands for: due, past due, done and slipped by that', () => {
    const { milestones, findings } = reported({
      due: { baselineStated: month('2014-05') },
      past: { baselineStated: { kind: 'months', from: '2014-02', to: '2014-03' } },
      done: { baselineStated: month('2014-04'), actualStated: month('2014-04') },
      later: { baselineStated: month('2014-08'), forecastStated: autumn, delayReason: 'The lease' },
    }).content;
    expect(milestones).toMatchObject({ total: 4, done: 1, undated: { total: 0 } });
    expect(milestones.due.rows.map(({ dueOn, stated }) => [dueOn, stated?.kind])).toEqual([
      ['2014-03-31', 'months'],
      ['2014-05-31', 'month'],
    ]);
    expect(milestones.slipped.rows.map(({ baseline, forecast }) => [baseline, forecast])).toEqual([
      ['2014-08-31', '2014-11-30'],
    ]);
    const [found] = findings.rows.filter(({ rule }) => rule === 'CON-02');
    expect(found?.because).toBe('"Company trades" was due February or March 2014 and is neither done nor missed.');
  });

  it('is in no list by day where it stands for none, and is listed in its own words', () => {
    const made = reported({
      words: { baselineStated: inWords },
      now: { baseline: '2014-03-01', forecastStated: inWords, delayReason: 'It waits' },
    });
    const { milestones, findings } = made.content;
    expect(milestones).toMatchObject({ total: 2, due: { total: 0 }, missed: { total: 0 }, slipped: { total: 0 } });
    expect(milestones.undated?.rows.map(({ stated }) => stated)).toEqual([inWords, inWords]);
    expect(findings.rows.filter(({ subject }) => subject.register === 'milestone')).toEqual([]);
    for (const [name, text] of Object.entries(formatsOf(JSON.stringify(made))))
      expect(text, name).toContain('once the strategy is adopted');
  });

  it('CON-36: keeps what other papers say of its date, and finds where they differ', () => {
    const conflicts = [{ value: { kind: 'season', season: 'winter', year: 2014 }, source: 'Cabinet paper' }];
    const { findings } = reported({
      claimed: { baselineStated: { ...autumn, source: 'Plan', conflicts } },
      agreeing: {
        baselineStated: { ...autumn, source: 'Plan', conflicts: [{ value: month('2014-10'), source: 'Letter' }] },
      },
    }).content;
    const differing = findings.rows.filter(({ rule }) => rule === 'CON-36');
    expect(
      differing.map(({ subject, because }) => [subject.id, because.includes('winter 2014/15 by Cabinet paper')]),
    ).toEqual([['claimed', true]]);
  });
});
