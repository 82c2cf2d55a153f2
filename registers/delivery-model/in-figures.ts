import { figuresOfRecords } from '#domain/report/figures/of-records.ts';
import type { ReportedMonth } from '#domain/report/report-setting.ts';
import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import { type Adoption, adoptionsIn } from '#domain/review/adopted-models.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';

const rule = {
  id: 'DELIVERY-1',
  sentence:
    'Models preferred are of counted reviews, by preferred option; adopted is one that a decision taken adopts, of reviews in the results.',
};

type Counted = readonly { readonly model: string; readonly name: string; readonly count: number }[];

const askedOf = (name: string, words: string, rows: Counted = []) =>
  rows.map((row) => ({ name: `${name}.${row.model}`, title: `${words}: ${row.name}`, value: row.count }));

/** The delivery models that were adopted by the end of the month, each once. */
const adoptedIn = ({ position }: ReviewInReport, { lastDay }: ReportedMonth): readonly Adoption['deliveryModel'][] => {
  const byThen = position.decisions.filter(({ takenOn }) => takenOn !== undefined && takenOn <= lastDay);
  return [...new Set(adoptionsIn(position.deliveryModels, byThen).map(({ deliveryModel }) => deliveryModel))];
};

export const deliveryModelsInFigures = [
  figuresOfRecords({
    part: 'deliveryModels',
    register: 'option',
    whose: 'counted',
    rule,
    ofReview: ({ position }) => position.options.options,
    named: ({ id, label }) => ({ id, title: label }),
    tables: [
      {
        asked: ({ preferred }) => askedOf('preferred', 'Preferred delivery models', preferred),
        gives: ({ disposition, deliveryModel }) =>
          disposition === 'preferred' ? { [`preferred.${deliveryModel}`]: true } : {},
      },
    ],
  }),
  figuresOfRecords({
    part: 'deliveryModels',
    register: 'delivery-model',
    whose: 'in-results',
    rule,
    ofReview: (review, { month }) => adoptedIn(review, month),
    named: ({ id, model }) => ({ id, title: deliveryModelInWords(model) }),
    tables: [
      {
        asked: ({ adopted, adoptedByCompleted }) => [
          ...askedOf('adopted', 'Adopted delivery models', adopted),
          ...askedOf('adopted-by-completed', 'Adopted delivery models of completed reviews', adoptedByCompleted),
        ],
        gives: ({ model }, { review }) => ({
          [`adopted.${model}`]: true,
          [`adopted-by-completed.${model}`]: review?.counted === false,
        }),
      },
    ],
  }),
];
