import { done, refused } from '#domain/decided.ts';
import { sectionsTouchedBy } from '#domain/position/sections.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import { happened } from '#registers/risk/happening.ts';
import { asJsonObject } from '#schemas/history.ts';
import { recordHappeningOperations } from '#schemas/operations/entry-acts.ts';
import type { Refusal } from '#schemas/problems.ts';
import { registersBehind } from '#store/records/load-for-change.ts';
import { decideEntryPut, type EntryPut, readJudges, referencesOf } from '../commands/put-of-entry.ts';
import { recordChange } from '../commands/record-change.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';

const isThere = (id: string): Refusal => ({
  code: 'entry.already-there',
  detail: `There is an issue with the id ${id}, and a risk that happens becomes a new one. Choose another id; where the risk became that issue, name it in the risk by a PATCH.`,
  faults: [{ in: 'body', pointer: '/id', message: 'is the id of an issue that is there' }],
});

/** An open risk happens and becomes a new issue: one transaction, an event of each (docs/meaning.md SCORE-22). */
export const recordHappening = command(recordHappeningOperations, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  const risk = { kind: 'risk' as const, id: call.params.entryId };
  const { id, ...given } = call.body;
  const issue: EntryPut = { kind: 'issue', id, record: asJsonObject({ ...given, risk: risk.id, status: 'open' }) };
  return recordChange(call, deps, {
    chainRef,
    recordRef: risk,
    type: 'happened',
    sections: sectionsTouchedBy('issue'),
    registers: registersBehind('issue'),
    records: [issue, ...referencesOf(issue), ...(chainRef.review === null ? [] : [reviewName(chainRef.review)])],
    decide: async (loaded, command) => {
      const current = loaded.record(risk);
      if (current === undefined) return refused(noSuchEntry(risk.kind, risk.id));
      const state = happened(current.state, id);
      if (state.kind === 'refused') return state;
      if (loaded.record(issue) !== undefined) return refused(isThere(id));
      const judges = await readJudges(deps, loaded, issue.kind, command);
      if (judges.kind === 'refused') return judges;
      const made = await decideEntryPut(deps, loaded, issue, command, judges.result);
      return made.kind === 'refused'
        ? made
        : done({
            state: state.result,
            checked: made.result.checked,
            more: [{ recordRef: { kind: issue.kind, id }, state: made.result.state }],
          });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
});
