import { listed, shareInWords } from '#language/in-words.ts';
import type { Report, ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { none, section, subject, table, tally } from '#web/report/layout.ts';

type Models = ReportContent['deliveryModels'];

const modelTable = (models: Models): Html => {
  const names = new Map([...models.preferred, ...models.adopted].map((one) => [one.model, one.name]));
  const countIn = (list: Models['preferred'], model: string): number =>
    list.find((one) => one.model === model)?.count ?? 0;
  return table({
    caption: 'Delivery models, counted by preferred option and by adoption',
    columns: [{ head: 'Delivery model' }, { head: 'Preferred', figures: true }, { head: 'Adopted', figures: true }],
    rows: [...names].map(([model, name]) => [name, countIn(models.preferred, model), countIn(models.adopted, model)]),
    none: 'No delivery model is preferred or adopted.',
  });
};

/** The options and what became of them, and the delivery models they lead to. */
export const options = ({ content: { options: o, deliveryModels, totals } }: Report): Html =>
  section(
    'options',
    'Options and delivery models',
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
      rows: o.withoutPreferred.map((one) => [
        subject(one),
        one.waitsFor.length === 0 ? 'nothing recorded' : listed(one.waitsFor),
      ]),
      none: 'Every counted review has a preferred option.',
      total: totals.withoutPreferred,
    }),
    table({
      caption: 'Reviews that carry several preferred options forward',
      columns: [{ head: 'Review' }, { head: 'Preferred options' }],
      rows: o.severalPreferred.map((one) => [subject(one), listed(one.labels)]),
      none: 'No review carries more than one preferred option forward.',
      total: totals.severalPreferred,
    }),
    table({
      caption: 'Preferred options that do not rank first in their appraisal',
      columns: [{ head: 'Review' }, { head: 'Option' }, { head: 'Rank', figures: true }, { head: 'Reason' }],
      rows: o.notFirst.map((one) => [subject(one), one.option, one.rank, one.reason ?? 'no reason given']),
      none: 'No preferred option is recorded as ranking below first.',
      total: totals.notFirst,
    }),
    modelTable(deliveryModels),
    deliveryModels.adopted.length === 0 &&
      deliveryModels.preferred.length > 0 &&
      none('No delivery model is adopted yet.'),
  );
