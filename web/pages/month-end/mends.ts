import { monthInWords } from '#language/in-words.ts';
import { endOfMonth, type Instant, type ReportMonth } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { type Register, team } from '#registers/declaration.ts';
import type { Role } from '#schemas/people.ts';
import type { Finding } from '#schemas/report.ts';
import { entryHistoryPath, entryPath, registerPath, reviewPath, setUpPath } from '../paths.ts';
import { may, type Viewer } from '../screen.ts';

const all: readonly Register[] = registers;

/** Where what a finding is about is read, and where it is mended by whoever looks. */
export interface Mend {
  readonly read: string;
  readonly mend: { readonly to: string; readonly text: string } | undefined;
  /** Who else corrects it, where whoever looks may not. */
  readonly by: readonly Role[];
}

/** Of which month a finding is, and when it is looked at: what is wrong in a month that has ended is corrected, and not changed. */
interface Then {
  readonly programme: string;
  readonly month: ReportMonth;
  readonly now: Instant;
  readonly viewer: Viewer;
}

/** Of a review's own record or of the settings. */
const ofNoRegister = ({ programme, viewer }: Then, { subject: { review } }: Finding): Mend => {
  if (review === null)
    return {
      read: setUpPath(programme),
      mend: may(viewer, ['programme-office'])
        ? { to: setUpPath(programme), text: 'Change the settings from today' }
        : undefined,
      by: ['programme-office'],
    };
  const read = reviewPath(programme, review);
  const mends = may(viewer, team);
  return { read, mend: mends ? { to: `${read}/_change`, text: 'Change the review from today' } : undefined, by: team };
};

export const mendOfFinding = (then: Then, found: Finding): Mend => {
  const { programme, month, now, viewer } = then;
  const { review, register: kind, id } = found.subject;
  const register = all.find((one) => one.kind === kind);
  if (register === undefined) return ofNoRegister(then, found);
  const at = { programme, review: review ?? undefined };
  const by = register.writers;
  // What is found of acts names whose they are; any other begins with the id of its entry.
  if (register.byActOnly !== undefined) return { read: registerPath(at, register.path), mend: undefined, by };
  const [entry = id] = id.split(' ');
  const read = entryPath(at, register.path, entry);
  if (!may(viewer, by)) return { read, mend: undefined, by };
  const mend =
    endOfMonth(month) < now
      ? {
          to: entryHistoryPath(at, register.path, entry),
          text: `Correct the ${register.noun} as it was in ${monthInWords(month)}`,
        }
      : { to: `${read}/_change`, text: `Change the ${register.noun}` };
  return { read, mend, by };
};
