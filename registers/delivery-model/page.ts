import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count } from '#web/report/fact.ts';
import { none, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { wordingOf } from '#web/report/wording.ts';

type Models = ReportContent['deliveryModels'];

const modelTable = (models: Models, caption: string): Html => {
  const { adoptedByCompleted: completed } = models;
  const names = new Map([...models.preferred, ...models.adopted].map((one) => [one.model, one.name]));
  const countIn = (list: Models['preferred'], model: string): number =>
    list.find((one) => one.model === model)?.count ?? 0;
  return table({
    caption,
    columns: [
      { head: 'Delivery model' },
      { head: 'Preferred', figures: true },
      { head: 'Adopted', figures: true },
      ...(completed === undefined ? [] : [{ head: 'Adopted by reviews since completed', figures: true }]),
    ],
    rows: [...names].map(([model, name]) => [
      name,
      countIn(models.preferred, model),
      countIn(models.adopted, model),
      ...(completed === undefined ? [] : [countIn(completed, model)]),
    ]),
    none: 'No delivery model is preferred or adopted.',
  });
};

/** The delivery models that the options lead to, at the end of their section. */
export const deliveryModelsPage: RegisterPage<Models> = {
  section: { within: 'options' },
  body: (models, content) => [
    modelTable(models, wordingOf(content).preferredAndAdopted),
    models.adoptedByCompleted !== undefined &&
      models.adopted.length > 0 &&
      html`<p class="aside">Preferred options are those of reviews under way; adopted models include those of completed reviews.</p>`,
    models.adopted.length === 0 && models.preferred.length > 0 && none('No delivery model is adopted yet.'),
  ],
  facts: (models) => [
    ...models.preferred.map((one) => count('Delivery models, preferred', one.name, one.count)),
    ...models.adopted.map((one) => count('Delivery models, adopted', one.name, one.count)),
    ...(models.adoptedByCompleted ?? []).map((one) =>
      count('Delivery models, adopted by reviews since completed', one.name, one.count),
    ),
  ],
};
