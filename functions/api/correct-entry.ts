import { done, refused } from '#domain/decided.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { isHandedOver } from '#domain/transfer.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { asJsonObject, type HistoryEvent } from '#schemas/history.ts';
import { correctEntryOperations } from '#schemas/operations/registers.ts';
import type { Refusal } from '#schemas/problems.ts';
import { correct } from '../commands/correct.ts';
import { readNamedChange } from '../commands/named-change.ts';
import { missingIn, readNamedReviews } from '../commands/read-missing.ts';
import { refusalBeforeRecording } from '../commands/redaction-target.ts';
import { reviewWithLine } from '../commands/review-with-line.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { settingsThen } from '../queries/settings-then.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';

/** What is given by an act of judgement alone: it happened when it was recorded (docs/meaning.md TIME-20). */
const givenByActs: ReadonlySet<string> = new Set(registers.filter((one) => 'byActOnly' in one).map(({ kind }) => kind));

const beforeTheAct = (kind: string, { effectiveAt }: HistoryEvent): Refusal => ({
  code: 'effective.too-early',
  detail: `This ${kind} was given on ${dateInWords(dayOf(effectiveAt))} (${effectiveAt}): a correction of it is true from then or from a later time.`,
  facts: { from: effectiveAt },
});

export const correctEntry = command(correctEntryOperations, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  const { review } = chainRef;
  const { kind, evenIfClosed } = registerOf(call);
  const recordRef = { kind, id: call.params.entryId };
  const rules = rulesOf(kind);
  const record = asJsonObject(call.body.record);
  const references = rules.references(record);
  return correct(call, deps, {
    recordRef,
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    registers: rules.looksAt,
    records: [...references, ...(review === null ? [] : [reviewName(review)])],
    unknown: noSuchEntry(kind, recordRef.id),
    decide: async (loaded, command, { first, until, corrected }) => {
      if (givenByActs.has(kind) && command.effectiveAt < first.effectiveAt) return refused(beforeTheAct(kind, first));
      const missing = missingIn(loaded, recordRef, references);
      if (missing !== null) return refused(missing);
      const { after } = until.at(-1) ?? corrected;
      const reviews = [rules.reviewsNamed(record), rules.reviewsNamed(after.record)] as const;
      const others = await readNamedReviews(deps, chainRef, review, ...reviews);
      if (others.kind === 'refused') return others;
      const refusal = await refusalBeforeRecording(deps, chainRef, kind, record);
      if (refusal !== null) return refused(refusal);
      const settings = await settingsThen(deps, loaded, kind, command);
      if (settings.kind === 'refused') return settings;
      const named = await readNamedChange(deps, loaded, kind, record, after.record);
      if (named.kind === 'refused') return named;
      const { change, checked } = named.result;
      const decided = rules.put({
        programme: settings.result,
        handedOver: loaded.programme !== undefined && isHandedOver(loaded.programme.state),
        review: await reviewWithLine(deps, loaded, kind),
        id: recordRef.id,
        before: { ...after, struckOut: null },
        record,
        command,
        change,
        named: (one) => loaded.record(one)?.state ?? null,
        others: loaded.register,
        correcting: { current: loaded.record(recordRef)?.state ?? after },
      });
      return decided.kind === 'refused'
        ? decided
        : done({ state: { ...decided.result, struckOut: after.struckOut }, checked: [...checked, ...others.result] });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
});
