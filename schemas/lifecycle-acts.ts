import type { KindOfChange } from './lifecycle-change.ts';
import type { Lifecycle, LifecycleAct } from './review.ts';

const underWay: readonly Lifecycle[] = ['active', 'paused'];
const notEnded: readonly Lifecycle[] = ['potential', ...underWay];
const ended: readonly Lifecycle[] = ['stopped', 'completed', 'transferred', 'left'];

export const hasEnded = (lifecycle: Lifecycle): boolean => ended.includes(lifecycle);

/** From which lifecycles an act that changes one is taken, what it makes of them, and what it is called once it has happened. */
export interface Way {
  readonly kind: KindOfChange;
  readonly from: readonly Lifecycle[];
  readonly to: Lifecycle;
  readonly by: LifecycleAct;
}
const ways: readonly Way[] = [
  { kind: 'approve', from: ['potential'], to: 'active', by: 'approved' },
  { kind: 'pause', from: ['active'], to: 'paused', by: 'paused' },
  { kind: 'restart', from: ['paused'], to: 'active', by: 'restarted' },
  { kind: 'complete', from: underWay, to: 'completed', by: 'completed' },
  { kind: 'stop', from: notEnded, to: 'stopped', by: 'stopped' },
  { kind: 'transfer', from: notEnded, to: 'transferred', by: 'transferred' },
  { kind: 'merge', from: notEnded, to: 'stopped', by: 'merged' },
  { kind: 'split', from: notEnded, to: 'stopped', by: 'split' },
  { kind: 'leave', from: notEnded, to: 'left', by: 'left' },
  { kind: 'reopen', from: ended, to: 'active', by: 'reopened' },
];

const eventsInPlace: Readonly<Partial<Record<KindOfChange, string>>> = {
  're-tier': 're-tiered',
  'move-portfolio': 'portfolio-moved',
  rename: 'renamed',
};

/** undefined: the act changes no lifecycle. */
export const wayOf = (kind: KindOfChange): Way | undefined => ways.find((one) => one.kind === kind);

/** The type of the event of an act: what happened. */
export const happened = (kind: KindOfChange): string => eventsInPlace[kind] ?? wayOf(kind)?.by ?? kind;

/** The acts that change a lifecycle from here. */
export const kindsFrom = (lifecycle: Lifecycle): readonly KindOfChange[] =>
  ways.filter(({ from }) => from.includes(lifecycle)).map(({ kind }) => kind);

/** The acts that lead from one lifecycle to another; none where it takes more than one. */
export const kindsBetween = (from: Lifecycle, to: Lifecycle): readonly KindOfChange[] =>
  ways.filter((way) => way.from.includes(from) && way.to === to).map(({ kind }) => kind);

/** Kinds as a request gives them: `"stop", "merge" or "split"`. */
export const kindsInWords = (kinds: readonly KindOfChange[]): string => {
  const quoted = kinds.map((kind) => `"${kind}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
};
