import type { Breach } from '#domain/content-rule.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords, poundsInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { firstDayOfPeriod, oneCode, periodOf } from '#schemas/ledger.ts';
import { codeOfYear } from '../budget-line/code-of-year.ts';
import { type ChangedLine, type LedgerLine, type LedgerPeriod, ledgerPeriod, mostChangesNamed } from './record.ts';

const amountsOf = ({ actual, saved }: LedgerLine): ChangedLine['after'] => ({
  actual,
  ...(saved === undefined ? {} : { saved }),
});

const byCode = ({ lines }: LedgerPeriod): ReadonlyMap<string, LedgerLine> =>
  new Map(lines.map((line) => [oneCode(line.code), line]));

/** What another sending of the same period changes, in the order of its lines; what it leaves out comes last. */
export const changedLines = (before: LedgerPeriod, after: LedgerPeriod): readonly ChangedLine[] => {
  const [were, are] = [byCode(before), byCode(after)];
  return [
    ...after.lines.flatMap((line) => {
      const was = were.get(oneCode(line.code));
      return was?.actual === line.actual && was.saved === line.saved
        ? []
        : [{ code: line.code, before: was === undefined ? null : amountsOf(was), after: amountsOf(line) }];
    }),
    ...before.lines.flatMap((line) =>
      are.has(oneCode(line.code)) ? [] : [{ code: line.code, before: amountsOf(line), after: null }],
    ),
  ];
};

const doubled = ({ lines }: LedgerPeriod): readonly Breach[] => {
  const seen = new Map<string, number>();
  return lines.flatMap(({ code }, n) => {
    const first = seen.get(oneCode(code));
    if (first === undefined) seen.set(oneCode(code), n);
    return first === undefined
      ? []
      : [{ pointer: `/lines/${n}/code`, message: `must not be there twice: it is at /lines/${first} already` }];
  });
};

export const ledgerPeriodRules = defineRules(ledgerPeriod, {
  looksAt: ['budget-line'],
  rules: [
    {
      id: 'LED-01',
      sentence: 'A code is once in a period of the ledger.',
      breaches: ({ record }) => doubled(record),
    },
    {
      id: 'LED-02',
      sentence:
        "A code of the ledger is that of a budget line of the programme's own, in the financial year of the period.",
      breaches: ({ id, record: { lines }, others }) => {
        const { year } = periodOf(id);
        const known = new Set(others('budget-line').map(({ state }) => codeOfYear(state, year)));
        return lines.flatMap(({ code }, n) =>
          known.has(oneCode(code))
            ? []
            : [
                {
                  pointer: `/lines/${n}/code`,
                  message: `must be the code of a budget line of ${year} of the programme itself, and none has ${code}`,
                },
              ],
        );
      },
    },
    {
      id: 'LED-03',
      sentence: 'The actuals of a period come to its control total.',
      breaches: ({ record: { lines, total } }) => {
        const sum = lines.reduce((all, { actual }) => all + actual, 0);
        return total === undefined || total === sum
          ? []
          : [{ pointer: '/total', message: `must be what the actuals come to, which is ${poundsInWords(sum)}` }];
      },
    },
    {
      id: 'LED-04',
      sentence: 'A period of the ledger has begun.',
      breaches: ({ id, command }) => {
        const begins = firstDayOfPeriod(periodOf(id));
        return begins <= dayOf(command.effectiveAt)
          ? []
          : [
              {
                in: 'path' as const,
                pointer: '/entryId',
                message: `must be a period that has begun; it begins on ${dateInWords(begins)}`,
              },
            ];
      },
    },
    {
      // An extract that came out empty would otherwise take the place of what the ledger says.
      id: 'LED-05',
      sentence: 'A period without lines has a control total of 0.',
      breaches: ({ record: { lines, total } }) =>
        lines.length > 0 || total !== undefined
          ? []
          : [
              {
                pointer: '/total',
                message: 'must be 0 where no line is sent, so that a file that came out empty takes nothing away',
              },
            ],
    },
  ],
  keeps: ({ id, record, before, command }) => {
    const changed = before === null ? [] : changedLines(before.record, record);
    const { actor, effectiveAt } = command;
    const corrected =
      changed.length === 0
        ? before?.facts.corrected
        : { at: effectiveAt, by: actor.subject, count: changed.length, lines: changed.slice(0, mostChangesNamed) };
    return { ...periodOf(id), ...(corrected === undefined ? {} : { corrected }) };
  },
});
