import { type Decided, done, refused } from '#domain/decided.ts';
import { struckOutRefusal } from '#domain/registers/record-state.ts';
import type { RecordState } from '#schemas/history.ts';
import { Risk } from './record.ts';

/**
 * An open risk as one that happened and became an issue; its scores stay as they were.
 * Refused: `entry.struck-out`; `risk.not-open` where it is closed or has happened already.
 */
export const happened = (state: RecordState, issue: string): Decided<RecordState> => {
  const struckOut = struckOutRefusal(state, 'risk');
  if (struckOut !== null) return refused(struckOut);
  const { title, status, issue: became } = Risk.parse(state.record);
  return status === 'open'
    ? done({ ...state, record: { ...state.record, status: 'happened', issue } })
    : refused({
        code: 'risk.not-open',
        detail:
          became !== undefined && status === 'happened'
            ? `The risk "${title}" has happened already, and became the issue ${became}: change that issue.`
            : `The risk "${title}" is closed, and what is closed does not happen: open it again first, with a PUT or PATCH.`,
        facts: { status },
      });
};
