import { done, refused } from '#domain/decided.ts';
import { buildProgrammeSection } from '#domain/position/sections.ts';
import { reportingCalendar } from '#domain/reporting-calendar.ts';
import { isHandedOver } from '#domain/transfer.ts';
import { addMonths, dayOf, endOfMonth, monthOf } from '#language/time.ts';
import { getCalendarOperation } from '#schemas/operations/reports.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { readRecord, readRegister } from '#store/records/records.ts';
import { readNotReported } from '#store/reports/not-reported.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { asOfAct } from '../queries/as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { settingsOf } from '../views/loaded-records.ts';

export const getCalendar = query(getCalendarOperation, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const ended = addMonths(monthOf(call.now), -1);
  const [stored, then, meetings, published, notReported] = await Promise.all([
    readRecord(deps.table, chainRef, 'programme', chainRef.programme),
    readChain(deps, chainRef, asOfAct(endOfMonth(ended))),
    readRegister(deps.table, chainRef, 'meeting'),
    readRecord(deps.table, chainRef, 'publication', ended),
    readNotReported(deps.table, chainRef),
  ]);
  if (stored === undefined) return refused(unknownProgramme(chainRef));
  if (then.kind === 'refused') return then;
  const programme = settingsOf(stored);
  return done(
    jsonAnswer(
      reportingCalendar({
        programme,
        programmeThen: then.result,
        today: dayOf(call.now),
        isHandedOver: isHandedOver(stored.state),
        last:
          published !== undefined
            ? 'reported'
            : notReported.some(({ month }) => month === ended)
              ? 'not-reported'
              : null,
        meetings: buildProgrammeSection('meetings', meetings.map(asRecordAt), programme),
      }),
    ),
  );
});
