import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { type NamedBaseline, namedBaseline } from './record.ts';

/** What is fixed, but for what the public may not read of it. */
const contentOf = ({ exempt: _, ...content }: NamedBaseline): string => JSON.stringify(content);

export const namedBaselineRules = defineRules(namedBaseline, {
  forbids: ({ current, record }) =>
    current === null || contentOf(current.record) === contentOf(record)
      ? null
      : {
          code: 'baseline.fixed',
          detail: `"${current.record.title}" is fixed as at ${dateInWords(current.record.asAt)} and stays as it is. Give a later one another name; one that was fixed by mistake is struck out.`,
        },
  keeps: () => ({}),
});
