import { describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { type Operation, operations, takesEffectiveAt } from '#schemas/operations.ts';
import type { Api, Question } from '#web/pages/question.ts';
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
  validateSaving: '/programmes/p/reviews/r/savings/e/_validate/2026-27',
  putPerson: '/people/_new',
  patchPerson: '/people/x/_change',
  erasePerson: '/people/x/_erase',
  passOn: '/people/x/_pass-on',
  chooseMessages: '/your-messages',
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
  compareDays: '/programmes/p/reports/compare-days',
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
    ({ text, api }) => text === operation.summary || (api !== '' && path.endsWith(api)),
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

/** What asks for no day though it could: of what is true from another day than a month's end. */
const withoutDay: Readonly<Record<string, string>> = {
  putProgramme: 'it begins with its first month',
  putPerson: 'people belong to the organisation, which reports no month',
  patchPerson: 'people belong to the organisation, which reports no month',
  passOn: 'people belong to the organisation, which reports no month',
  putReturn: 'a return is of the month that it names',
  patchReturn: 'a return is of the month that it names',
};

const programme = {
  id: 'p',
  record: { name: 'Futures', stageModel: { kind: 'service-review' }, reporting: { returnsDueDay: 5 } },
  computed: { nextReport: '2026-10' },
};
const review = {
  record: { title: 'Home care', sros: [], lifecycle: 'active' },
  facts: { stage: 'decision' },
  computed: { stageName: 'Decision' },
  struckOut: null,
};
const gate = {
  stage: 'decision',
  stageName: 'Decision',
  next: null,
  nextName: null,
  open: false,
  sentence: '',
  criteria: [],
};
const appraisal = {
  record: Appraisal.parse({ criteria: [], tests: [] }),
  computed: { options: [], first: [], flipWeights: [], notes: [] },
};

const entryOf = (path: string) => {
  const register = registers.find((one) => path.split('/').includes(one.path));
  return (
    register && {
      ...{ id: 'e', record: Object(register.example), facts: {}, computed: {}, version: 1, struckOut: null },
      ...{ effectiveAt: '2026-10-01T00:00:00.000Z', recordedAt: '2026-10-01T00:00:00.000Z', recordedBy: 'x' },
    }
  );
};

/** The API as far as forms ask it before they are filled in. */
const bodyAt = (path: string): unknown => {
  if (path.endsWith('/history')) return { items: [], next: null };
  if (path.endsWith('/gate')) return gate;
  if (path.endsWith('/appraisal')) return appraisal;
  if (path === '/programmes/p') return programme;
  if (path === '/programmes/p/reviews/r') return review;
  const entry = entryOf(path);
  if (entry === undefined) return { items: [], next: null };
  if (path.includes('/across/'))
    return { items: [{ stateName: 'Open', dueOn: null, overdue: false, entry }], next: null };
  return path.endsWith('/e') ? entry : { items: [entry], next: null };
};

const api: Api = {
  ask: async ({ path, answer }: Question) => ({ answer: answer.parse(bodyAt(path)), etag: '"x:1"' }) as never,
  pull: () => Promise.reject(new Error('no file')),
  send: () => Promise.reject(new Error('nothing is sent')),
};

const shown = async (address: string): Promise<string> => {
  const found = find(address);
  const reply = await found?.screen.open(
    {
      ...{
        path: address,
        params: found.params,
        query: { form: 'f' },
        token: 't',
        keyOf: (form) => form,
        newKey: () => 'k',
        clock: () => '2026-11-28T12:00:00.000Z',
        pack: (text) => text,
      },
      viewer: {
        ...{ subject: 'x', name: 'X' },
        roles: ['transformation-team', 'programme-office', 'assurance', 'finance', 'sro'],
      },
      ...{ now: '2026-11-28T12:00:00.000Z', today: '2026-11-28' },
    },
    api,
  );
  return reply?.kind === 'page' ? String(reply.page.body) : '';
};

describe('Every form whose sender may say from when it is true', () => {
  const dated = writes.filter((one) => takesEffectiveAt(one) && !withoutPage.includes(one.id));
  it('is in this table, or says why it asks for no day', () => {
    expect(dated.length).toBeGreaterThan(100);
    expect(Object.keys(withoutDay).filter((id) => !dated.some((one) => one.id === id))).toEqual([]);
  });

  it.each(dated.filter(({ id }) => withoutDay[id] === undefined).map((one) => [one.id, one] as const))(
    '%s offers the end of the open month, and now',
    async (_, operation) => {
      const text = await shown(pageOf(operation) ?? '');
      expect(text).toContain('name="_from" type="radio" value="2026-10-31"');
      expect(text).toContain('name="_from" type="radio" value="now"');
    },
  );

  it.each(
    writes
      .filter((one) => !takesEffectiveAt(one) && one.useCase === 'correct-entry')
      .map((one) => [one.id, one] as const),
  )('%s has a day of its own, and asks for no other', async (_, operation) => {
    const text = await shown(pageOf(operation) ?? '');
    expect(text).toContain('name="correction-from/day"');
    expect(text).not.toContain('name="_from"');
  });
});
