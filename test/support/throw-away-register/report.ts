import type * as z from 'zod';
import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import type { ReviewInReport, SubjectOfRow } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { keepsake } from './record.ts';

type Keepsakes = z.output<(typeof keepsake)['position']['schema']>;
/** The product's own type of a position does not know the throw-away section. */
interface WithKeepsakes {
  readonly keepsakes: Keepsakes;
}

export const keepsakesPart = (setting: ReportSetting) => {
  const unused = new Rows<SubjectOfRow & { readonly keepsake: string }>((one) => [reviewKey(one), one.keepsake]);
  let total = 0;
  const take = (subject: SubjectOfRow, { keepsakes }: WithKeepsakes): void => {
    total += keepsakes.length;
    for (const one of keepsakes) if (one.use === 'no') unused.add({ ...subject, keepsake: one.title });
  };
  take(
    { review: null, title: setting.programme.name },
    setting.programmeWide as typeof setting.programmeWide & WithKeepsakes,
  );
  return {
    add: ({ id, title, position }: ReviewInReport): void =>
      take({ review: id, title }, position as typeof position & WithKeepsakes),
    close: () => ({ total, used: total - unused.total, unused: unused.listed() }),
  };
};
