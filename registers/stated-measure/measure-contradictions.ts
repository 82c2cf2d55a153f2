import type { Found } from '#domain/report/report-rule.ts';
import { listed } from '#language/in-words.ts';
import { foldedName } from '#language/withheld-text.ts';
import { perhapsRounded } from '../stated-position/stated-rounding.ts';
import { type StatedMeasure, type StatedMeasuresSection, valueInWords } from './record.ts';
import { comparedWithSum, followsFromParts, valuesCompared } from './stated-values.ts';

type Stated = StatedMeasuresSection[number];

const register = 'stated-measure';

const partsDiffer = (all: readonly Stated[]): Found[] =>
  all.flatMap(({ id, record: { title, value, source } }) =>
    followsFromParts(value)
      ? []
      : [
          {
            register,
            id,
            because: `"${title}" is ${valueInWords(value)} by ${source}: the percentage does not follow from its parts.`,
            evidence: [{ what: source, value: valueInWords(value) }],
          },
        ],
  );

const statedOtherwise = (all: readonly Stated[]): Found[] =>
  all.flatMap(({ id, record: { title, value, source, conflicts } }) => {
    const others = conflicts
      .map((other) => ({ ...other, comparison: valuesCompared(value, other.value) }))
      .filter(({ comparison }) => comparison !== 'agree');
    if (others.length === 0) return [];
    const said = others
      .map((other) => `${valueInWords(other.value)} by ${other.source}${perhapsRounded(other.comparison)}`)
      .join(' and ');
    return [
      {
        register,
        id,
        because: `"${title}" is ${valueInWords(value)} by ${source}, and ${said}.`,
        evidence: [
          { what: source, value: valueInWords(value) },
          ...others.map((other) => ({ what: other.source, value: valueInWords(other.value) })),
        ],
      },
    ];
  });

/** What is stated: the same words, scope and period are the same. */
const subjectKey = ({ title, scope = '', year = '', asAt = '' }: StatedMeasure): string =>
  JSON.stringify([foldedName(title), foldedName(scope), year, asAt]);

const statedTwice = (all: readonly Stated[]): Found[] =>
  all.flatMap(({ id, record }) => {
    const first = all.find((other) => subjectKey(other.record) === subjectKey(record));
    if (first === undefined || first.id === id) return [];
    const comparison = valuesCompared(record.value, first.record.value);
    if (comparison === 'agree') return [];
    const [value, other] = [valueInWords(record.value), valueInWords(first.record.value)];
    return [
      {
        register,
        id,
        because: `"${record.title}" is ${value} by ${record.source}, and ${other} by ${first.record.source}${perhapsRounded(comparison)}.`,
        evidence: [
          { what: first.record.source, value: other },
          { what: record.source, value },
        ],
      },
    ];
  });

/** A total that the measures which it names as its parts do not come to. */
const totalsNotOfParts = (all: readonly Stated[]): Found[] =>
  all.flatMap(({ id, record }) => {
    const named = (record.parts ?? []).map((part) => all.find((one) => one.id === part)?.record);
    const parts = named.flatMap((part) => part ?? []);
    const comparison =
      parts.length < named.length
        ? null
        : comparedWithSum(
            record.value,
            parts.map(({ value }) => value),
          );
    if (comparison === null || comparison === 'agree') return [];
    const [value, ofParts] = [valueInWords(record.value), listed(parts.map((part) => valueInWords(part.value)))];
    return [
      {
        register,
        id,
        because: `"${record.title}" is ${value} by ${record.source}, and its parts are ${ofParts}${perhapsRounded(comparison)}.`,
        evidence: [record, ...parts].map((one) => ({ what: one.title, value: valueInWords(one.value) })),
      },
    ];
  });

/** Where stated counts, shares and durations contradict their parts, another paper or one another. */
export const contradictionsOfMeasures = (all: StatedMeasuresSection): Found[] => [
  ...partsDiffer(all),
  ...statedOtherwise(all),
  ...statedTwice(all),
  ...totalsNotOfParts(all),
];
