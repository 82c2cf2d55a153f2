import { unknownIn } from '#domain/known-in-settings.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { oneCode } from '#schemas/ledger.ts';
import { codeOfYear } from './code-of-year.ts';
import { budgetLine } from './record.ts';
import { movementOf, revisedOf, variancesShown } from './variance.ts';

export const budgetLineRules = defineRules(budgetLine, {
  looksAt: ['budget-line'],
  rules: [
    {
      id: 'BUD-01',
      sentence: 'A budget line is of a directorate that the programme has.',
      breaches: ({ record: { directorate }, programme }) =>
        unknownIn('/directorate', directorate, programme.directorates, 'a directorate'),
    },
    {
      id: 'BUD-02',
      sentence: 'A total names the lines that it adds up, each once and never itself; a line names none.',
      breaches: ({ id, record: { kind, of } }) => {
        if (kind === 'line')
          return of.length === 0 ? [] : [{ pointer: '/of', message: 'must be left out: only a total names lines' }];
        return of.flatMap((one, n) =>
          one === id
            ? [{ pointer: `/of/${n}`, message: 'must name another budget line' }]
            : of.indexOf(one) < n
              ? [{ pointer: `/of/${n}`, message: 'must not name a line twice' }]
              : [],
        );
      },
    },
    {
      id: 'BUD-03',
      sentence: 'A code of the ledger is of one budget line of a financial year; a total has none.',
      breaches: ({ id, record: { code, year, kind }, others }) => {
        if (code === undefined) return [];
        if (kind === 'total') return [{ pointer: '/code', message: 'must be left out of a total' }];
        const another = others('budget-line').find(
          ({ id: other, state }) => other !== id && codeOfYear(state, year) === oneCode(code),
        );
        return another === undefined
          ? []
          : [{ pointer: '/code', message: `must be of one budget line of ${year}; ${another.id} has it` }];
      },
    },
  ],
  computed: (record) => ({ revised: revisedOf(record), movement: movementOf(record) }),
  sums: (section) => {
    const years = [...new Set(section.map(({ year }) => year))];
    return years.flatMap((year) => {
      const lines = section.filter((one) => one.year === year && one.kind === 'line');
      const sum = (what: string, figure: (line: (typeof lines)[number]) => number | null | undefined) => ({
        what: `the ${what} of ${year}`,
        pounds: Math.abs(lines.reduce((total, line) => total + (figure(line) ?? 0), 0)),
      });
      return [
        sum('budget', (one) => one.budget),
        sum('revised variance', (one) => variancesShown(one).revised),
        sum('movement', (one) => variancesShown(one).movement),
      ];
    });
  },
});
