import { describe, expect, it } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { actsOfRegister } from '#web/pages/registers/acts-of-register.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';

/*
 * Whatever the API lets people record has a page on which they do (docs/adr/0080-pages-for-people.md).
 */

const find = screenFinder(screensOf());
const writes: readonly Operation[] = operations.filter(({ method }) => method !== 'GET');

const parts = {
  programmeId: 'p',
  reviewId: 'r',
  entryId: 'e',
  month: '2026-10',
  personId: 'x',
} as const;
const address = (path: string): string =>
  `/pages${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => Reflect.get(parts, name))}`;
const ofProgramme = (path: string, scope: string | undefined): string =>
  scope === 'programme' ? path.replace('/programmes/p/', '/programmes/p/own/') : path;

/** What every register has, by its use case: the pages made from the declaration. */
const fromDeclaration: Readonly<Record<string, string>> = {
  'put-entry': '/_change',
  'patch-record': '/_change',
  'strike-out-entry': '/_strike-out',
  'correct-entry': '/_correct/1',
  'review-entry-no-change': '/_reviewed',
};

/** Pages that are made by hand, by the id of the operation. */
const byHand: Readonly<Record<string, string>> = {
  putReview: '/programmes/p/reviews/_new',
  patchReview: '/programmes/p/reviews/r/_change',
  changeLifecycle: '/programmes/p/reviews/r/_life/pause',
  moveStage: '/programmes/p/reviews/r/stage/move',
  recordStageWork: '/programmes/p/reviews/r/stage/_work',
  waiveCriterion: '/programmes/p/reviews/r/stage/waive/GATE-11',
  updateCondition: '/programmes/p/reviews/r/business-cases/e/_conditions/c',
  putPerson: '/people/_new',
  patchPerson: '/people/x/_change',
  erasePerson: '/people/x/_erase',
  passOn: '/people/x/_pass-on',
  correctReview: '/programmes/p/reviews/r/_correct/7',
  correctProgramme: '/programmes/p/_correct/7',
  putAppraisal: '/programmes/p/reviews/r/appraisal/_change',
  patchAppraisal: '/programmes/p/reviews/r/appraisal/_change',
  correctAppraisal: '/programmes/p/reviews/r/appraisal/_correct/7',
  strikeOutReview: '/programmes/p/reviews/r/_strike-out',
  putProgramme: '/programmes/_new',
  patchProgramme: '/programmes/p/set-up/details',
  proposeTransfer: '/programmes/p/_transfer',
  withdrawTransfer: '/transfers/t/_withdraw',
  acceptTransfer: '/transfers/t/_accept',
  refuseTransfer: '/transfers/t/_refuse',
  draftReport: '/programmes/p/month-end/2026-10/draft',
  runReport: '/programmes/p/month-end/2026-10/publish',
  closeMonth: '/programmes/p/month-end/2026-10/not-reported',
  reviseReport: '/programmes/p/month-end/2026-10/revise',
  rebuildReport: '/programmes/p/month-end/2026-10/check',
};

/** For programs, or not there yet; whoever makes the page takes the line out. */
const withoutPage: readonly string[] = [
  // One form at a time is what people fill in.
  ...operations.filter(({ useCase }) => useCase === 'record-entries').map(({ id }) => id),
  // Of the programme's own, and of market engagements, which no list over all reviews has, each entry is reviewed on a page of its own.
  ...operations
    .filter(
      ({ useCase, scope, register }) =>
        useCase === 'change-entries' && (scope === 'programme' || register?.kind === 'market-engagement'),
    )
    .map(({ id }) => id),
];

const pageOf = (operation: Operation): string | undefined => {
  const { id, useCase, register, scope, path } = operation;
  if (byHand[id] !== undefined) return `/pages${byHand[id]}`;
  if (register === undefined || scope === undefined) return undefined;
  const entry = ofProgramme(address(`${path.split('/{entryId}')[0]}`), scope);
  if (useCase === 'change-entries')
    return entry.replace(/changes$/, register.kind === 'saving' ? '_month-end' : '_reviewed');
  const generic = fromDeclaration[useCase];
  if (generic !== undefined) return `${entry}/e${generic}`;
  const act = actsOfRegister({ register, scope }).find(
    ({ text, api }) => text === operation.summary || path.endsWith(api),
  );
  return act === undefined ? undefined : `${entry}${act.on === 'entry' ? '/e' : ''}${act.page}`;
};

describe('Every operation that records something', () => {
  it.each(writes.filter(({ id }) => !withoutPage.includes(id)).map((one) => [one.id, one] as const))(
    '%s has a page',
    (_, operation) => {
      const page = pageOf(operation);
      expect(page).toBeDefined();
      const found = find(page ?? '');
      expect(found?.screen.send).toBeDefined();
    },
  );
});
