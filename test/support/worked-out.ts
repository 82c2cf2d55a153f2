import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { asJsonObject } from '#schemas/history.ts';
import { aProgramme } from './positions.ts';

const at = '2026-01-05T09:00:00.000Z';
/** What acts have left with an entry of each register that has a workbook. */
const facts: Readonly<Record<string, object>> = {
  saving: {
    validations: [{ year: '2026/27', pounds: 120_000, on: '2026-04-02', by: 'fin', at, ofVersion: 1 }],
    forecastSince: at,
    claimedBySubject: 'sam',
  },
  risk: { scores: [{ at, score: 12 }] },
  milestone: { originalBaseline: '2026-01-31', rebaselines: 0 },
};

const programme = aProgramme();

/** What the API answers as worked out of a record. */
export const computedOf = (register: Register, record: unknown): Readonly<Record<string, unknown>> =>
  rulesOf(register.kind as RegisterKind).computed(
    {
      record: asJsonObject(register.record.parse(record)),
      facts: asJsonObject(facts[register.kind] ?? {}),
      struckOut: null,
    },
    programme,
  );
