import { done, refused } from '#domain/decided.ts';
import { isHandedOver } from '#domain/transfer.ts';
import { getProgrammeOperation } from '#schemas/operations/programmes.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Due, readDue } from '#store/reports/due.ts';
import { latestSettled, readNotReported } from '#store/reports/not-reported.ts';
import type { ChainRef } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { etagOf } from '../http/etag.ts';
import { query } from '../http/use-case.ts';
import type { AsOf } from '../queries/as-of.ts';
import { readAsOf, readRegisterAsOf } from '../queries/read-as-of.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { nextDue } from '../reports/next-due.ts';
import { settingsOf } from '../views/loaded-records.ts';
import { programmeView } from '../views/programme-view.ts';

const programmeName = ({ programme }: ChainRef) => ({ kind: 'programme', id: programme }) as const;

type DueUnder = (settings: Programme) => Due | null;

/** The report that the programme owes next: as it is kept today, or by what was published as of a time. */
const readDueThen = async (deps: ReadsTable, chainRef: ChainRef, asOf: AsOf | undefined): Promise<DueUnder> => {
  if (asOf === undefined) {
    const due = await readDue(deps.table, chainRef);
    return () => due ?? null;
  }
  const [published, notReported] = await Promise.all([
    readRegisterAsOf(deps, chainRef, 'publication', asOf),
    readNotReported(deps.table, chainRef),
  ]);
  const settled = latestSettled(
    published.at(-1)?.id ?? null,
    notReported.filter(({ since }) => since <= asOf.asAt),
  );
  return (settings) => nextDue(settings, settled);
};

export const getProgramme = query(getProgrammeOperation, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const [programme, due] = await Promise.all([
    readAsOf(deps, chainRef, programmeName(chainRef), asOf),
    readDueThen(deps, chainRef, asOf),
  ]);
  if (programme === undefined) return refused(unknownProgramme(chainRef, asOf?.inWords));
  return done(
    jsonAnswer(
      programmeView(programme, isHandedOver(programme.state) ? null : due(settingsOf(programme))),
      asOf === undefined ? { etag: etagOf(chainRef, programmeName(chainRef), programme.version) } : {},
    ),
  );
});
