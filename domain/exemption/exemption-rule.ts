import type * as z from 'zod';
import { listed } from '#language/in-words.ts';
import type { Exemption } from '#schemas/exemption.ts';
import type { ContentRule } from '../content-rule.ts';
import { textFieldsOf } from './text-in.ts';

interface PartExempt {
  readonly exempt: Exemption | undefined;
  /** The schemas of the record and of what acts keep apart from it. */
  readonly record: z.ZodType;
  readonly facts: z.ZodType;
}

/** The one rule of every record that can be exempt in part. */
export const exemptionRule: ContentRule<PartExempt> = {
  id: 'EXE-01',
  sentence: 'A record that is exempt in part names fields of its own that can hold text.',
  breaches: ({ exempt, record, facts }) => {
    if (exempt === undefined) return [];
    const known = [...textFieldsOf(record).filter((name) => name !== 'exempt'), ...textFieldsOf(facts)];
    return exempt.fields.flatMap((field, n) =>
      known.includes(field)
        ? []
        : [{ pointer: `/exempt/fields/${n}`, message: `must be a field that holds text here: ${listed(known)}` }],
    );
  },
};
