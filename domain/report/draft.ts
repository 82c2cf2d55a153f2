import { monthInWords } from '#language/in-words.ts';
import { type Instant, monthOf, type ReportMonth } from '#language/time.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Decided, done, refused } from '../decided.ts';
import { closedRefusal } from '../programme.ts';
import { type LatestReport, notOfProgramme } from './may-run.ts';

/** docs/meaning.md PUBLISH-24: the number of the report that a draft may be made of now: the month's first, or its next revision. */
export const revisionToDraft = (
  month: ReportMonth,
  latest: Pick<LatestReport, 'revision'> | null,
  programme: Programme,
  now: Instant,
): Decided<number> => {
  if (month > monthOf(now))
    return refused({
      code: 'month.not-begun',
      detail: `${monthInWords(month)} has not begun, so there is nothing to draft a report from.`,
    });
  if (latest !== null) return done(latest.revision + 1);
  const refusal = notOfProgramme(month, programme) ?? closedRefusal(programme);
  return refusal === null ? done(1) : refused(refusal);
};

const ofReport = (revision: number): string => (revision === 1 ? 'its first report' : `revision ${revision}`);

/** docs/meaning.md PUBLISH-24: a draft is named that is not the one that is kept, or no longer of the report that would be published; null: it is, or none is named. */
export const draftRefusal = (
  {
    month,
    revision,
    draft,
  }: { readonly month: ReportMonth; readonly revision: number; readonly draft: string | undefined },
  kept: { readonly revision: number; readonly digest: string } | undefined,
): Refusal | null => {
  if (draft === undefined) return null;
  if (kept === undefined)
    return { code: 'draft.unknown', detail: `No draft of ${monthInWords(month)} is kept, so none can be published.` };
  if (kept.revision !== revision)
    return {
      code: 'draft.moved',
      detail: `The draft of ${monthInWords(month)} that is kept is of ${ofReport(kept.revision)}, and ${ofReport(revision)} would be published.`,
      facts: { digest: kept.digest },
    };
  return kept.digest === draft
    ? null
    : {
        code: 'draft.moved',
        detail: `Another draft of ${monthInWords(month)} was made since the one that you name, and it says something else.`,
        facts: { digest: kept.digest },
      };
};

/** A first report is published already, and not as the draft that is named. */
export const publishedOtherwise = (month: ReportMonth): Refusal => ({
  code: 'draft.moved',
  detail: `The report of ${monthInWords(month)} is published already, and not by this request: the draft that you name can only become a revision.`,
});

/** Who would publish what. */
interface Publishing {
  readonly month: ReportMonth;
  readonly draft: string | undefined;
  readonly madeBy: string | undefined;
  readonly subject: string;
}

/** docs/meaning.md PUBLISH-25: where the settings ask for two people, one makes the draft and another publishes it; null: so it is. */
export const notBySecondPerson = (
  { publishedByTwo }: Programme,
  { month, draft, madeBy, subject }: Publishing,
): Refusal | null => {
  if (publishedByTwo !== true) return null;
  if (draft === undefined)
    return {
      code: 'draft.needed',
      detail: `Two people publish a report of this programme: one makes a draft of ${monthInWords(month)}, and another reads it and publishes it by its digest.`,
    };
  return madeBy === subject
    ? {
        code: 'draft.own',
        detail: `You made this draft of ${monthInWords(month)}; somebody else of the programme office reads it and publishes it.`,
      }
    : null;
};
