import { listed, shareInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count, share } from '#web/report/fact.ts';
import { none, subject, table, tally } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

/** The options and what became of them. */
export const optionsPage: RegisterPage<ReportContent['options']> = {
  section: { id: 'options', title: 'Options and delivery models' },
  body: (o) => [
    o.total === 0
      ? none('No option is recorded.')
      : tally([
          { value: o.preferred, label: 'preferred' },
          { value: o.shortListed, label: 'short-listed' },
          { value: o.longListed, label: 'long-listed' },
          { value: o.notRecommended, label: `not recommended, ${o.notRecommendedAtThisStage} only at this stage` },
          { value: o.total, label: 'options in all' },
        ]),
    html`<p>Reviews with a preferred option: ${shareInWords(o.reviewsWithPreferred)}. Of those, reviews that also record what was not recommended: ${shareInWords(o.alternativesRecorded)}.</p>`,
    table({
      caption: 'Reviews without a preferred option',
      columns: [{ head: 'Review' }, { head: 'Waits for' }],
      rows: o.withoutPreferred.rows.map((one) => [
        subject(one),
        one.waitsFor.length === 0 ? 'nothing recorded' : listed(one.waitsFor),
      ]),
      none: 'Every counted review has a preferred option.',
      total: o.withoutPreferred.total,
    }),
    table({
      caption: 'Reviews that carry several preferred options forward',
      columns: [{ head: 'Review' }, { head: 'Preferred options' }],
      rows: o.severalPreferred.rows.map((one) => [subject(one), listed(one.labels)]),
      none: 'No review carries more than one preferred option forward.',
      total: o.severalPreferred.total,
    }),
    table({
      caption: 'Preferred options that do not rank first in their appraisal',
      columns: [{ head: 'Review' }, { head: 'Option' }, { head: 'Rank', figures: true }, { head: 'Reason' }],
      rows: o.notFirst.rows.map((one) => [subject(one), one.option, one.rank, one.reason ?? 'no reason given']),
      none: 'No preferred option is recorded as ranking below first.',
      total: o.notFirst.total,
    }),
  ],
  facts: (options) => [
    count('Options', 'Preferred', options.preferred),
    count('Options', 'Short-listed', options.shortListed),
    count('Options', 'Long-listed', options.longListed),
    count('Options', 'Not recommended', options.notRecommended),
    count('Options', 'Not recommended only at this stage', options.notRecommendedAtThisStage),
    share('Options', 'Reviews with a preferred option', options.reviewsWithPreferred),
    share('Options', 'Of those, with alternatives recorded', options.alternativesRecorded),
  ],
};
