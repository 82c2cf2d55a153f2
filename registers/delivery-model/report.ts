import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import { adoptionsIn } from '#domain/review/adopted-models.ts';
import { DeliveryModelName, deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';

type Tally = Map<DeliveryModelName, number>;
const addOne = (tally: Tally, model: DeliveryModelName): void => {
  tally.set(model, (tally.get(model) ?? 0) + 1);
};
const rowsOf = (tally: Tally) =>
  DeliveryModelName.options.flatMap((model) => {
    const count = tally.get(model);
    return count === undefined ? [] : [{ model, name: deliveryModelInWords(model), count }];
  });

/** Delivery models by preferred option of counted reviews; and apart from them those that a decision taken by then adopts. */
export const deliveryModelsPart = (_setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const preferred: Tally = new Map();
  const adopted: Tally = new Map();
  const adoptedByCompleted: Tally = new Map();
  return {
    add: (review: ReviewInReport): void => {
      const { options, deliveryModels, decisions } = review.position;
      if (review.counted) {
        for (const option of options.options) {
          if (option.disposition === 'preferred') addOne(preferred, option.deliveryModel);
        }
      }
      if (!review.inResults) return;
      const byThen = decisions.filter((one) => one.takenOn !== undefined && one.takenOn <= month.lastDay);
      for (const model of new Set(adoptionsIn(deliveryModels, byThen).map((one) => one.deliveryModel))) {
        addOne(adopted, model.model);
        if (!review.counted) addOne(adoptedByCompleted, model.model);
      }
    },
    close: (): ReportContent['deliveryModels'] => ({
      preferred: rowsOf(preferred),
      adopted: rowsOf(adopted),
      ...(isInRuleSet({ since: 'rules-2' }, ruleSet) ? { adoptedByCompleted: rowsOf(adoptedByCompleted) } : {}),
    }),
  };
};
