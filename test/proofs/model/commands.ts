import { randomUUID } from 'node:crypto';
import type * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Asked, Told } from '../../support/client.ts';
import { flowOf, withReport } from './flow.ts';
import { nextMonth } from './london-time.ts';
import { type Change, predictRead, predictWrite, type Write } from './predict.ts';
import { askedOf, expectAsPredicted, expectReport, firstMonth, type Real, read, report } from './real.ts';
import { emptyWorld, lastOf, type Ref, recordAt, type World } from './world.ts';

/*
 * What may be asked next. A command says it without knowing what is there ("the version before", "ten days later"), so
 * that a failing run can be made smaller: what it comes to is worked out from the world when it is run.
 */

/** The model, changed by each command as the tracker should be. */
export interface Model {
  world: World;
  /** Writes that were done, with what they were answered. */
  readonly done: { readonly operation: string; readonly asked: Asked; readonly told: Told; readonly write: Write }[];
  readonly counts: Record<string, number>;
}
export const newModel = (counts: Record<string, number>): Model => ({ world: emptyWorld, done: [], counts });
export type Command = fc.AsyncCommand<Model, Real>;

const instant = (): string => new Date().toISOString();
const counted = ({ counts }: Model, what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1;
};

export type When =
  | { readonly kind: 'now' }
  | { readonly kind: 'future' }
  | { readonly kind: 'on'; readonly day: string }
  | { readonly kind: 'later'; readonly days: number };
export type Version = 'current' | 'before' | 'none-there' | 'not-given';
export interface AskedFor {
  readonly ref: Ref;
  readonly change:
    | Change
    | {
        readonly act: 'correct-one';
        readonly which: number;
        readonly at: string;
        readonly content: { title: string; kind: string };
      };
  readonly version: Version;
  readonly when: When;
  readonly mayWrite: boolean;
}

const whenIn = (world: World, ref: Ref, when: When): string | undefined => {
  if (when.kind === 'on') return when.day;
  if (when.kind === 'future') return '2199-01-01';
  const record = recordAt(world, ref);
  if (when.kind === 'now') return undefined;
  const last = record === undefined ? '2024-12-15T00:00:00.000Z' : lastOf(record).effectiveAt;
  const later = new Date(Date.parse(last) + when.days * 86_400_000).toISOString();
  return later > instant() ? undefined : later.slice(0, 10);
};

const writeIn = (world: World, { ref, change, version, when, mayWrite }: AskedFor): Write => {
  const record = recordAt(world, ref);
  const current = record?.version ?? 'none-there';
  const expected: Record<Version, Write['expected']> = {
    current,
    before: Math.max(1, (record?.version ?? 2) - 1),
    'none-there': 'none-there',
    'not-given': undefined,
  };
  const isCorrection = change.act === 'correct-one';
  const line = record?.line ?? [];
  return {
    ref,
    mayWrite,
    expected: isCorrection ? undefined : expected[version],
    effectiveAt: isCorrection ? undefined : whenIn(world, ref, when),
    change: isCorrection
      ? {
          ...change,
          act: 'correct',
          corrects: line[change.which % Math.max(1, line.length)]?.sequence ?? change.which + 1,
        }
      : change,
  };
};

/** Sends a change and holds its answer to the model's. */
export class Ask implements Command {
  readonly given: AskedFor;
  constructor(given: AskedFor) {
    this.given = given;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const write = writeIn(model.world, this.given);
    const [operation, asked] = askedOf(real, write, randomUUID());
    const sentAt = instant();
    const told = await real.tracker.ask(operation, asked);
    settle(model, write, { operation, asked, told, sentAt });
  }
  toString(): string {
    return `ask(${JSON.stringify(this.given)})`;
  }
}

/** The world goes on as the tracker says that it did, and every answer is the one that the model gives. */
const settle = (
  model: Model,
  write: Write,
  { operation, asked, told, sentAt }: { operation: string; asked: Asked; told: Told; sentAt: string },
): void => {
  const recordedAt: string = told.body?.recordedAt ?? '';
  const isRecorded = recordedAt >= sentAt;
  expect(!isRecorded || recordedAt <= instant()).toBe(true);
  const [next, predicted] = predictWrite(model.world, write, isRecorded ? recordedAt : sentAt);
  expectAsPredicted(told, predicted);
  counted(model, `${write.change.act} ${told.status}`);
  if (next !== model.world) model.done.push({ operation, asked, told, write });
  model.world = next;
};

/** A change that was done, sent again: answered as then, or refused with another body; and nothing is recorded. */
export class SendAgain implements Command {
  readonly which: number;
  readonly otherBody: boolean;
  constructor(which: number, otherBody: boolean) {
    this.which = which;
    this.otherBody = otherBody;
  }
  check({ done }: Readonly<Model>): boolean {
    return done.length > 0;
  }
  async run(model: Model, { tracker }: Real): Promise<void> {
    const before = model.done[this.which % model.done.length];
    if (before === undefined) return;
    const { operation, asked, told } = before;
    const body = this.otherBody ? { ...Object(asked.body), ...otherWords(before.write) } : asked.body;
    const again = await tracker.ask(operation, { ...asked, body });
    counted(model, this.otherBody ? 'key for another body' : 'sent again');
    if (this.otherBody) expect(again).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
    else expect({ status: again.status, body: again.body }).toEqual({ status: told.status, body: told.body });
  }
  toString(): string {
    return `sendAgain(${this.which}, ${this.otherBody})`;
  }
}
const otherWords = ({ change }: Write): object => (change.act === 'put' ? { title: 'Others' } : { reason: 'Others' });

/** Some changes of one record at the same moment, each by the version that is there: one is done, the others are refused. */
export class AtOnce implements Command {
  readonly ref: Ref;
  readonly contents: readonly { readonly title: string; readonly kind: string }[];
  constructor(ref: Ref, contents: AtOnce['contents']) {
    this.ref = ref;
    this.contents = contents;
  }
  check({ world }: Readonly<Model>): boolean {
    const record = recordAt(world, this.ref);
    const review = recordAt(world, { ...this.ref, entry: null });
    return (
      (this.ref.entry === null || review !== undefined) && (record === undefined || !lastOf(record).after.struckOut)
    );
  }
  async run(model: Model, real: Real): Promise<void> {
    const given = { ref: this.ref, version: 'current', when: { kind: 'now' }, mayWrite: true } as const;
    const sentAt = instant();
    const all = await Promise.all(
      this.contents.map(async (content, n) => {
        // What is as it was would be answered as it stands.
        const change = { act: 'put', content: { ...content, title: `${content.title} ${n} ${sentAt}` } } as const;
        const write = writeIn(model.world, { ...given, change });
        const [operation, asked] = askedOf(real, write, randomUUID());
        return { write, operation, asked, sentAt, told: await real.tracker.ask(operation, asked) };
      }),
    );
    const done = all.filter(({ told }) => told.status < 300);
    expect(done).toHaveLength(1);
    for (const one of [...done, ...all.filter(({ told }) => told.status >= 300)]) settle(model, one.write, one);
    counted(model, 'at the same moment');
  }
  toString(): string {
    return `atOnce(${JSON.stringify(this.ref)}, ${this.contents.length})`;
  }
}

/** Reads a record, today or by the two times; `known`: by which of the writes it is to be known. */
export class Look implements Command {
  readonly ref: Ref;
  readonly asAt: string | undefined;
  readonly known: number | undefined;
  constructor(ref: Ref, asAt: string | undefined, known: number | undefined) {
    this.ref = ref;
    this.asAt = asAt;
    this.known = known;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const { ref, asAt, known } = this;
    const by = known === undefined ? undefined : model.done[known % Math.max(1, model.done.length)];
    const knownAt: string | undefined = by?.told.body.recordedAt;
    const told = await read(real, { ref, asAt, knownAt });
    expectAsPredicted(told, predictRead(model.world, { ref, asAt, knownAt }));
    counted(model, knownAt === undefined ? 'read' : 'read by two times');
  }
  toString(): string {
    return `look(${JSON.stringify([this.ref, this.asAt, this.known])})`;
  }
}

/** Has the next month reported, or a month again; sometimes one that is not its turn. */
export class Report implements Command {
  readonly kind: 'next' | 'next but one' | 'revise';
  readonly which: number;
  constructor(kind: Report['kind'], which: number) {
    this.kind = kind;
    this.which = which;
  }
  check({ world }: Readonly<Model>): boolean {
    return (
      world.records.size > 0 && (this.kind !== 'revise' || world.published.length > 0) && monthIn(world) < '2025-09'
    );
  }
  async run(model: Model, real: Real): Promise<void> {
    const next = monthIn(model.world);
    if (this.kind === 'next but one') {
      const told = await report(real, nextMonth(next), false);
      expect(told).toMatchObject({ status: 409, body: { code: 'month.out-of-order' } });
      return;
    }
    const months = [...new Set(model.world.published.map(({ month }) => month))];
    const month = this.kind === 'revise' ? (months[this.which % months.length] ?? next) : next;
    const expected = flowOf(model.world, month);
    expect((await report(real, month, this.kind === 'revise')).status).toBe(202);
    model.world = withReport(model.world, month);
    const revision = model.world.published.filter((one) => one.month === month).length;
    await expectReport(real, month, { ...expected, revision });
    expect(real.tracker.failures).toEqual([]);
    counted(model, 'reports');
    if (expected.flow.restated.length > 0) counted(model, 'restated');
  }
  toString(): string {
    return `report(${this.kind}, ${this.which})`;
  }
}
const monthIn = ({ published }: World): string => {
  const last = published.at(-1);
  return last === undefined ? firstMonth : nextMonth(last.month);
};
