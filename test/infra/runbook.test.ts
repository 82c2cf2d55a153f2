import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AlarmForPeople } from '#infra/alarm-for-people.ts';
import { Choices } from '#infra/choices.ts';
import { ServiceDown } from '#infra/service-down.ts';
import { table as shape } from '#store/table/table-definition.ts';
import { entra, everyOption, synthesised } from './synthesised.ts';

const textOf = (file: string): string => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
const runbook = textOf('docs/runbook.md');

/** What stands under each heading of a level, by its name. */
const sectionsOf = (text: string, marks: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(new RegExp(`^${marks} `, 'm'))
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')).trim(), section.slice(section.indexOf('\n'))]),
  );
const alarmSections = sectionsOf(sectionsOf(runbook, '##').get('Alarms') ?? '', '###');

const alarms = new Set(
  [synthesised(everyOption), synthesised(entra)]
    .flatMap(({ app }) => app.node.findAll())
    .flatMap((construct) =>
      construct instanceof AlarmForPeople || construct instanceof ServiceDown ? [construct.node.id] : [],
    ),
);

describe('the runbook', () => {
  it('has a section for every alarm that can go off, and for no other', () => {
    expect(alarms.size).toBeGreaterThan(5);
    expect([...alarmSections.keys()].sort()).toEqual([...alarms].sort());
  });

  it.each([...alarms])('says of %s what it means to people, what to look at and what to do', (alarm) => {
    for (const part of ['Means', 'Look at', 'Do'])
      expect(alarmSections.get(alarm)).toMatch(new RegExp(`^- \\*\\*${part}\\*\\*: .{20}`, 'ms'));
  });

  it('names graphs that stand on the dashboard', () => {
    const flat = runbook.replaceAll(/\s+/g, ' ');
    const named = [...flat.matchAll(/graphs? "([^"]+)"(?: and "([^"]+)")?/g)].flatMap(([, one, other]) =>
      [one, other].flatMap((title) => (title === undefined ? [] : [title])),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const title of named) expect(textOf('infra/dashboard.ts')).toContain(`'${title}'`);
  });

  it('gives a restored table to the application by a choice, and puts back the settings of this table', () => {
    expect(Object.keys(Choices.shape)).toContain('tableName');
    expect(runbook).toContain('"tableName": "tracker-restored-');
    expect(runbook).toContain(`AttributeName=${shape.timeToLive}`);
    expect(runbook).toContain(`StreamViewType=${shape.stream}`);
  });

  it('promises no more of a month than the three services that a request passes promise together', () => {
    const [promised] = /Not above ([\d.]+)% of a month, in one region/.exec(runbook)?.slice(1) ?? [];
    const rows = [...runbook.matchAll(/^\| (API Gateway|Lambda|DynamoDB)[^|]*\| ([\d.]+)% \|$/gm)].map(
      ([, , percent]) => Number(percent),
    );
    expect(rows).toHaveLength(3);
    const together = rows.reduce((share, percent) => (share * percent) / 100, 1) * 100;
    expect(Number(promised)).toBeLessThanOrEqual(together);
    expect(together - Number(promised)).toBeLessThan(0.01);
    const minutes = Math.floor(30 * 24 * 60 * (1 - together / 100));
    expect(runbook).toContain(`about ${minutes} minutes in a month of 30 days`);
  });

  it('says of every dead letter where it lies, and of everything that a restore leaves behind how it comes back', () => {
    const queues = synthesised({ alarmEmail: 'tracker@example.gov.uk' })
      .ofType('AWS::SQS::Queue')
      .map(([id]) => id);
    expect(queues.length).toBeGreaterThan(3);
    const named = [...runbook.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
    expect(queues.filter((id) => !named.some((name) => name.length > 8 && id.startsWith(name)))).toEqual([]);
    const [restore] = runbook.split('### Restoring the record on AWS').slice(1);
    for (const setting of [
      'point-in-time recovery',
      'deletion protection',
      'time to live',
      'the stream',
      'RecordThrottled',
    ])
      expect(restore).toContain(setting);
  });
});
