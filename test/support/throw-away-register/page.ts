import type * as z from 'zod';
import { count } from '#web/report/fact.ts';
import { subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import type { keepsake } from './record.ts';

export const keepsakesPage: RegisterPage<z.output<(typeof keepsake)['report']['schema']>> = {
  section: { id: 'keepsakes', title: 'Keepsakes' },
  body: ({ unused }) => [
    table({
      caption: 'Keepsakes that are not used',
      columns: [{ head: 'Keepsake' }, { head: 'Review' }],
      rows: unused.rows.map((one) => [one.keepsake, subject(one)]),
      none: 'Every keepsake is used.',
      total: unused.total,
    }),
  ],
  facts: (keepsakes) => [count('Keepsakes', 'In all', keepsakes.total), count('Keepsakes', 'Used', keepsakes.used)],
};
