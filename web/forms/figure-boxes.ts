import { Figure } from '#schemas/figures.ts';
import { dayInBoxes, dayOf, empty, notOffered, type Read } from './day.ts';
import { type FormValues, valueIn } from './form-values.ts';
import { poundsInBox, poundsOf } from './money.ts';

/** How well a figure is known, as people choose it. */
export const figureKinds = [
  ['amount', 'An exact amount'],
  ['about', 'About an amount'],
  ['nearly', 'Nearly an amount'],
  ['over', 'Over an amount'],
  ['range', 'Between two amounts'],
  ['part-known', 'Part of it is known'],
  ['non-financial', 'It is not financial'],
  ['to-be-confirmed', 'To be confirmed'],
  ['not-stated', 'The source does not state it'],
] as const;
export type FigureKind = (typeof figureKinds)[number][0];

/** The boxes that a kind of figure asks for. */
export const boxesOf = {
  amount: ['pounds'],
  about: ['pounds'],
  nearly: ['pounds'],
  over: ['pounds'],
  range: ['low', 'high'],
  'part-known': ['pounds', 'covers'],
  'non-financial': ['words'],
  'to-be-confirmed': ['reason'],
  'not-stated': [],
} as const satisfies Record<FigureKind, readonly string[]>;

const moneyBoxes: readonly string[] = ['pounds', 'low', 'high'];
const isKind = (text: string): text is FigureKind => figureKinds.some(([kind]) => kind === text);

/** The name of a box: each kind has its own, so that what is in those that are not chosen does no harm. */
export const boxName = (name: string, kind: FigureKind, box: string): string => `${name}/${kind}/${box}`;

const isEmpty = (held: object): boolean => Object.keys(held).length === 0;

const provenanceOf = (values: FormValues, name: string, before: unknown): Read<Record<string, unknown>> => {
  const source = valueIn(values, `${name}/source`);
  const asAt = dayOf(values, `${name}/asAt`);
  if (asAt.kind === 'fault') return { kind: 'fault', message: `the date it is as at ${asAt.message}` };
  const conflicts = typeof before === 'object' && before !== null ? Reflect.get(before, 'conflicts') : undefined;
  return {
    kind: 'value',
    value: {
      ...(source === '' ? {} : { source }),
      ...(asAt.kind === 'empty' ? {} : { asAt: asAt.value }),
      // What other papers say has no box here, and stays.
      ...(conflicts === undefined ? {} : { conflicts }),
    },
  };
};

/** The kinds of figure in whose boxes something was typed. */
const kindsTyped = (values: FormValues, name: string): readonly FigureKind[] =>
  figureKinds.flatMap(([kind]) =>
    boxesOf[kind].some((box) => valueIn(values, boxName(name, kind, box)).trim() !== '') ? [kind] : [],
  );

/** The figure in the boxes of a field; empty where no kind is chosen and nothing is typed. What is typed under one kind alone chooses it. */
export const figureOf = (values: FormValues, name: string, before: unknown): Read<unknown> => {
  const chosen = valueIn(values, `${name}/kind`);
  const [typed, another] = chosen === '' ? kindsTyped(values, name) : [];
  if (another !== undefined)
    return { kind: 'fault', message: 'must be of one kind: choose how well the figure is known' };
  const kind = typed ?? chosen;
  if (!isKind(kind)) return kind === '' ? empty : notOffered;
  const figure: Record<string, unknown> = { kind };
  for (const box of boxesOf[kind]) {
    const text = valueIn(values, boxName(name, kind, box));
    const read = moneyBoxes.includes(box) ? poundsOf(text) : text;
    if (read === undefined || read === '')
      return {
        kind: 'fault',
        message:
          box === 'reason'
            ? 'must say why it is to be confirmed'
            : box === 'words'
              ? 'must say it in words'
              : box === 'covers'
                ? 'must say what the amount covers'
                : 'must have an amount',
      };
    if (typeof read === 'string' && moneyBoxes.includes(box)) return { kind: 'fault', message: read };
    figure[box] = read;
  }
  const provenance = provenanceOf(values, name, before);
  // What was recorded as a bare number stays one: nothing changes that nobody changed.
  if (typeof before === 'number' && kind === 'amount' && provenance.kind === 'value' && isEmpty(provenance.value))
    return { kind: 'value', value: figure.pounds };
  return provenance.kind === 'value' ? { kind: 'value', value: { ...figure, ...provenance.value } } : provenance;
};

/** A figure, or a bare number of pounds, in the boxes of a field. */
export const figureInBoxes = (name: string, given: unknown): FormValues => {
  if (typeof given === 'number')
    return { [`${name}/kind`]: 'amount', [boxName(name, 'amount', 'pounds')]: poundsInBox(given) };
  const figure = Figure.safeParse(given);
  if (!figure.success) return {};
  const { kind, source = '', asAt } = figure.data;
  const boxes: Record<string, string> = { [`${name}/kind`]: kind, [`${name}/source`]: source };
  for (const box of boxesOf[kind]) {
    const value: unknown = Reflect.get(figure.data, box);
    boxes[boxName(name, kind, box)] = typeof value === 'number' ? poundsInBox(value) : String(value ?? '');
  }
  return { ...boxes, ...(asAt === undefined ? {} : dayInBoxes(`${name}/asAt`, asAt)) };
};
