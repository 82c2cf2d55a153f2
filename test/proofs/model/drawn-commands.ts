import * as fc from 'fast-check';
import {
  Ask,
  type AskedFor,
  AtOnce,
  type Command,
  Look,
  Report,
  SendAgain,
  type Version,
  type When,
} from './commands.ts';
import { lives } from './predict.ts';
import { lifecycles, type Ref } from './world.ts';

/* How often what is asked: mostly sense, now and then none. */

const days = Array.from({ length: 270 }, (_, n) => new Date(Date.UTC(2024, 11, 1 + n)).toISOString().slice(0, 10));
/** The ends of months to the millisecond, in winter and in summer time. */
const edges = [
  '2025-01-31T23:59:59.999Z',
  '2025-02-01T00:00:00.000Z',
  '2025-03-31T22:59:59.999Z',
  '2025-03-31T23:00:00.000Z',
];
const aDay = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...days) }, fc.constantFrom(...edges));

const reviews = ['a', 'b', 'c'];
const entries = ['one', 'two'];
const reviewRef: fc.Arbitrary<Ref> = fc.record({ review: fc.constantFrom(...reviews), entry: fc.constant(null) });
const entryRef: fc.Arbitrary<Ref> = fc.record({
  review: fc.constantFrom(...reviews),
  entry: fc.constantFrom(...entries),
});
const anyRef = fc.oneof(reviewRef, entryRef);
const title = fc.constantFrom('Property', 'Libraries', 'Parking');
const contentOf = (ref: Ref) =>
  fc.record({
    title,
    kind: ref.entry === null ? fc.constantFrom('active', ...lifecycles) : fc.constantFrom('low', 'medium', 'high'),
  });

const kinds = Object.keys(lives) as (keyof typeof lives)[];
const version: fc.Arbitrary<Version> = fc.oneof(
  { weight: 20, arbitrary: fc.constant('current' as const) },
  fc.constantFrom('before' as const, 'none-there' as const, 'not-given' as const),
);
const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('later' as const), days: fc.integer({ min: 0, max: 30 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('on' as const), day: aDay }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'now' as const }, { kind: 'future' as const }) },
);
/** Reviews are not corrected here: what a correction from before a later record makes of the flow is not mended yet. */
const changeOf = (ref: Ref): fc.Arbitrary<AskedFor['change']> =>
  fc.oneof(
    { weight: 12, arbitrary: contentOf(ref).map((content) => ({ act: 'put' as const, content })) },
    ...(ref.entry === null
      ? [{ weight: 9, arbitrary: fc.constantFrom(...kinds).map((kind) => ({ act: 'live' as const, kind })) }]
      : [
          {
            weight: 4,
            arbitrary: fc
              .tuple(fc.nat(9), aDay, contentOf(ref))
              .map(([which, at, content]) => ({ act: 'correct-one' as const, which, at, content })),
          },
          { weight: 4, arbitrary: fc.boolean().map((undo) => ({ act: 'strike-out' as const, undo })) },
        ]),
  );
const askedFor = anyRef.chain((ref) =>
  fc.record({
    ref: fc.constant(ref),
    change: changeOf(ref),
    version,
    when,
    mayWrite: fc.nat(29).map((one) => one > 0),
  }),
);

/** Arbitraries of commands, each as often as it stands there. */
export const commands: fc.Arbitrary<Command>[] = [
  ...Array.from({ length: 10 }, () => askedFor.map((given): Command => new Ask(given))),
  ...Array.from({ length: 3 }, () =>
    fc
      .tuple(anyRef, fc.option(aDay, { nil: undefined }), fc.option(fc.nat(99), { nil: undefined }))
      .map(([ref, asAt, known]): Command => new Look(ref, asAt, known)),
  ),
  fc.tuple(fc.nat(99), fc.boolean()).map(([which, otherBody]): Command => new SendAgain(which, otherBody)),
  anyRef.chain((ref) =>
    fc.array(contentOf(ref), { minLength: 2, maxLength: 4 }).map((contents) => new AtOnce(ref, contents)),
  ),
  ...Array.from({ length: 2 }, () =>
    fc
      .tuple(fc.constantFrom('next' as const, 'next' as const, 'revise' as const, 'next but one' as const), fc.nat(9))
      .map(([kind, which]): Command => new Report(kind, which)),
  ),
];
