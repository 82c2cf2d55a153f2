import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { conditions, updateCondition } from './acts/conditions.ts';
import { confirmReturn } from './acts/confirm-return.ts';
import { recordOutcome } from './acts/record-outcome.ts';
import { sendReturnBack } from './acts/send-return-back.ts';
import { appraisal } from './appraisal/appraisal.ts';
import { changeAppraisal, correctAppraisal } from './appraisal/change-appraisal.ts';
import { toValidate } from './finance/to-validate.ts';
import { validateClaim } from './finance/validate.ts';
import { correctScreen } from './history/correct.ts';
import { correctProgramme, correctReview } from './history/correct-chain.ts';
import { entryHistory, programmeHistory, reviewHistory } from './history/history.ts';
import { undoScreen } from './history/undo.ts';
import { savingsMonthEnd } from './many-entries/month-end.ts';
import { reviewedScreen } from './many-entries/reviewed.ts';
import { isReviewedTogether } from './many-entries/reviewed-together.ts';
import { spreadsheetScreen } from './mapping/spreadsheet-screen.ts';
import { calendar } from './month-end/calendar.ts';
import { checkReport } from './month-end/check.ts';
import { closeMonth } from './month-end/close-month.ts';
import { draft } from './month-end/draft.ts';
import { draftFiles } from './month-end/draft-files.ts';
import { monthEndDue } from './month-end/month-at.ts';
import { monthEnd } from './month-end/month-end.ts';
import { publish, revise } from './month-end/publish.ts';
import { namingProgramme } from './naming-programme.ts';
import { addPerson, changePerson, erasePerson, passOn } from './people/change-person.ts';
import { events } from './people/events.ts';
import { messages } from './people/messages.ts';
import { peopleList, personScreen } from './people/people.ts';
import { yourMessages } from './people/your-messages.ts';
import { portfolioHome } from './portfolio.ts';
import { programmeToday } from './programme.ts';
import { programmes } from './programmes.ts';
import { acrossScreen, isListedAcross } from './registers/across-screen.ts';
import { actScreens } from './registers/act-screens.ts';
import { actions } from './registers/actions-screen.ts';
import { addScreen, changeScreen } from './registers/change-screens.ts';
import { entryScreen } from './registers/entry-screen.ts';
import { listScreen } from './registers/list-screen.ts';
import { strikeOutScreen } from './registers/strike-out-screen.ts';
import { annexScreens } from './reports/annex.ts';
import { compare } from './reports/compare.ts';
import { chooseDays, daysCompared } from './reports/compare-days.ts';
import { figureScreens } from './reports/figures.ts';
import { reportFiles, reportScreens } from './reports/report.ts';
import { reports } from './reports/reports.ts';
import { spanScreens } from './reports/span.ts';
import { addReview, changeReview } from './reviews/change-review.ts';
import { reviewHub } from './reviews/review.ts';
import { changeLifecycle, lifeOfReview, recordStageWork, strikeOutReview } from './reviews/review-acts.ts';
import { reviews } from './reviews/reviews.ts';
import { ruleScreen, rulesScreen } from './rules/rules.ts';
import type { Screen } from './screen.ts';
import { search } from './search/search.ts';
import { changePart } from './set-up/change-part.ts';
import { fillPractice } from './set-up/fill-practice.ts';
import { findingSettings, takeFinding } from './set-up/finding-settings.ts';
import { newPracticeProgramme, newProgramme } from './set-up/new-programme.ts';
import { setUp } from './set-up/set-up.ts';
import { stageModel } from './set-up/stages.ts';
import { mend } from './stage/mend.ts';
import { moveStage } from './stage/move.ts';
import { stage } from './stage/stage.ts';
import { waive } from './stage/waive.ts';
import { proposeTransfer, transferAnswers } from './transfers/answer-transfer.ts';
import { transfer, transfers } from './transfers/transfers.ts';
import { bookScreens } from './workbook/book-screens.ts';
import { hasWorkbook } from './workbook/offered.ts';
import { workbookFile, workbookScreen } from './workbook/workbook-screen.ts';
import { yourWork } from './your-work.ts';

const ofReports: readonly Screen[] = [
  reports,
  ...reportScreens,
  ...annexScreens,
  ...reportFiles,
  ...figureScreens,
  ...spanScreens,
  compare,
  chooseDays,
  daysCompared,
];

const ofSetUp: readonly Screen[] = [
  newProgramme,
  newPracticeProgramme,
  fillPractice,
  setUp,
  stageModel,
  findingSettings,
  takeFinding,
  changePart,
];

/** A programme over all its reviews. */
const ofProgramme = (all: readonly Register[]): readonly Screen[] => [
  programmeToday(all),
  portfolioHome,
  search(all),
  actions,
  spreadsheetScreen(all),
  ...bookScreens(all),
];

/** Screens that are made by hand. One at an address of a register's takes the place of what its declaration would make. */
const byHand = (all: readonly Register[]): readonly Screen[] => [
  yourWork,
  yourMessages,
  messages,
  events,
  peopleList,
  personScreen,
  addPerson,
  changePerson,
  passOn,
  erasePerson,
  programmes,
  ...ofProgramme(all),
  ...ofReports,
  reviews,
  reviewHub(all),
  addReview,
  changeReview,
  lifeOfReview,
  changeLifecycle,
  recordStageWork,
  strikeOutReview,
  programmeHistory(all),
  reviewHistory(all),
  correctReview(all),
  correctProgramme,
  appraisal,
  changeAppraisal,
  correctAppraisal,
  stage,
  moveStage,
  waive,
  mend,
  confirmReturn,
  sendReturnBack,
  recordOutcome,
  conditions,
  updateCondition,
  toValidate,
  validateClaim,
  savingsMonthEnd,
  calendar,
  monthEndDue,
  monthEnd,
  draft,
  ...draftFiles,
  publish,
  revise,
  closeMonth,
  checkReport,
  ...all.filter(isReviewedTogether).map(reviewedScreen),
  rulesScreen,
  ruleScreen,
  ...ofSetUp,
  transfers,
  transfer,
  proposeTransfer,
  ...transferAnswers,
];

/** The pages of every register, from its declaration. */
const ofRegisters = (all: readonly Register[]): readonly Screen[] => [
  ...all.filter(isListedAcross).map(acrossScreen),
  ...all.flatMap((register) =>
    register.scopes.flatMap((scope) => {
      const place = { register, scope };
      return [
        listScreen(place, all),
        entryScreen(place, all),
        entryHistory(place, all),
        strikeOutScreen(place),
        correctScreen(place, all),
        ...(hasWorkbook(register) ? [workbookScreen(place, all), workbookFile(place, all)] : []),
        ...actScreens(place, all),
        ...(register.byActOnly ? [] : [addScreen(place, all), changeScreen(place, all), undoScreen(place, all)]),
      ];
    }),
  ),
];

/** Every screen there is: the one list. */
export const screensOf = (all: readonly Register[] = registers): readonly Screen[] => {
  const made = byHand(all);
  const taken = new Set(made.map(({ path }) => path));
  return [...made, ...ofRegisters(all).filter(({ path }) => !taken.has(path))].map(namingProgramme);
};

export interface FoundScreen {
  readonly screen: Screen;
  readonly params: Readonly<Record<string, string>>;
}

const parameter = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/** Of two paths of as many parts, the one with words where the other has parameters, the first difference deciding. */
const bySpecificity = (one: readonly string[], other: readonly string[]): number => {
  if (one.length !== other.length) return one.length - other.length;
  for (const [n, segment] of one.entries()) {
    const difference = Number(parameter(segment) !== undefined) - Number(parameter(other[n] ?? '') !== undefined);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Finds the screen at an address. The parts of the path are those of the address, decoded. */
export const screenFinder = (screens: readonly Screen[]): ((path: string) => FoundScreen | undefined) => {
  const routes = screens
    .map((screen) => ({ screen, segments: screen.path.split('/') }))
    .toSorted((one, other) => bySpecificity(one.segments, other.segments));
  return (path) => {
    const parts = path.replace(/\/$/, '').split('/');
    const found = routes.find(
      ({ segments }) =>
        segments.length === parts.length &&
        segments.every((segment, n) => (parameter(segment) === undefined ? segment === parts[n] : parts[n] !== '')),
    );
    return (
      found && {
        screen: found.screen,
        params: Object.fromEntries(
          found.segments.flatMap((segment, n) => {
            const name = parameter(segment);
            return name === undefined ? [] : [[name, parts[n] ?? '']];
          }),
        ),
      }
    );
  };
};
