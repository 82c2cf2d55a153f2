import type { HistoryEvent } from '#schemas/history.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { type Covering, coverings, edited, editedMember, forged } from '../../support/forging.ts';
import {
  type Dice,
  exportOf,
  type MadeUpRecord,
  type MadeUpReport,
  manifestOf,
  reportsSealedBy,
  sealedBy,
} from '../../support/made-up-record.ts';

/** A record, the report whose seal somebody has on paper, and the lines of the export that it seals. */
export interface Anchored {
  readonly record: MadeUpRecord;
  readonly lines: readonly string[];
  readonly anchor: MadeUpReport;
  readonly sealed: ReadonlyMap<string, number>;
  readonly reports: readonly MadeUpReport[];
  /** Places in `lines`. */
  readonly sealedLines: readonly number[];
}

export const anchored = (record: MadeUpRecord, anchor: MadeUpReport): Anchored => {
  const lines = exportOf(record);
  const sealed = sealedBy(record, anchor);
  const reports = reportsSealedBy(record, anchor);
  const sealedLines = lines.flatMap((text, n) => {
    const line = JSON.parse(text);
    const isSealed =
      line.kind === 'event'
        ? line.event.sequence <= (sealed.get(line.event.chain) ?? 0)
        : line.kind === 'report' || line.kind === 'report-lines'
          ? reports.some(
              ({ content: { month, revision } }) =>
                month === (line.month ?? line.content.month) && revision === (line.revision ?? line.content.revision),
            )
          : false;
    return isSealed ? [n] : [];
  });
  return { record, lines, anchor, sealed, reports, sealedLines };
};

/** A forged export, or undefined where the dice asked for what this record does not have. */
type Deed = (given: Anchored, dice: Dice) => readonly string[] | undefined;

const lineOf = (lines: readonly string[], n: number): string => lines[n] ?? '';

/** Something that is in the sealed part of a chain. */
const sealedEvent = ({ sealed }: Anchored, dice: Dice) => {
  const [chain, upTo] = dice.pick([...sealed]);
  return { chain, at: dice.below(upTo) };
};

const plausible = (dice: Dice, event: HistoryEvent): void => {
  const edits: (() => void)[] = [
    () => {
      event.after.record = edited(dice, { ...event.after.record, title: 'Another title' });
    },
    () => {
      event.by = 'somebody-else';
    },
    () => {
      event.effectiveAt = '2025-12-31T00:00:00.000Z';
    },
    () => {
      event.reason = 'Another reason';
    },
    () => {
      event.after.struckOut = { reason: 'Not so', by: 'pat-office', at: event.recordedAt };
    },
  ];
  dice.pick(edits)();
};

/** Whether all that is sealed stands as it was told: what was done then lies beyond the seal. */
const leavesSealedAlone = ({ record: told, sealed, reports }: Anchored, record: MadeUpRecord): boolean =>
  [...sealed].every(
    ([chain, upTo]) =>
      canonicalJson(record.chains.get(chain)?.slice(0, upTo)) === canonicalJson(told.chains.get(chain)?.slice(0, upTo)),
  ) && reports.every((one) => record.reports.some((now) => canonicalJson(now) === canonicalJson(one)));

/** Writes the record after a forgery: as an export of its own, or with the manifest that there was. */
const written = (given: Anchored, dice: Dice, record: MadeUpRecord): readonly string[] => {
  const lines = exportOf(record);
  return dice.once(5) ? [...lines.slice(0, -1), lineOf(given.lines, given.lines.length - 1)] : lines;
};

const history =
  (change: (record: MadeUpRecord, given: Anchored, dice: Dice) => readonly HistoryEvent[], keepsAnchor = false): Deed =>
  (given, dice) => {
    const covering: Covering = keepsAnchor ? 'seals' : dice.once(3) ? 'seals' : dice.pick(coverings);
    const record = forged(given.record, (copy) => change(copy, given, dice), covering);
    if (keepsAnchor) {
      // The forger knows what is printed, and writes it where it should stand.
      const number = given.record.reports.indexOf(given.anchor);
      const report = record.reports[number];
      const event = record.chains
        .get(record.programme)
        ?.find((one) => one.digest === report?.publication.sealingDigest);
      if (report === undefined || event === undefined) return undefined;
      event.digest = given.anchor.publication.sealingDigest;
      report.publication.sealingDigest = event.digest;
      const next = record.chains.get(record.programme)?.[event.sequence];
      if (next !== undefined) next.previousDigest = event.digest;
    }
    return leavesSealedAlone(given, record) ? undefined : written(given, dice, record);
  };

const editHistory = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const { chain, at } = sealedEvent(given, dice);
  const event = record.chains.get(chain)?.[at];
  if (event === undefined) return [];
  plausible(dice, event);
  return [event];
};

const deleteFromHistory = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const { chain, at } = sealedEvent(given, dice);
  record.chains.get(chain)?.splice(at, 1);
  return [];
};

const insertIntoHistory = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const { chain, at } = sealedEvent(given, dice);
  const events = record.chains.get(chain) ?? [];
  const like = dice.pick([...record.chains.values()].flat().filter((one) => one.recordRef.kind !== 'publication'));
  const event: HistoryEvent = {
    ...structuredClone(like),
    chain,
    sequence: at + 1,
    previousDigest: events[at - 1]?.digest ?? '',
  };
  events.splice(at, 0, event);
  return [event];
};

const reorderHistory = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const { chain, at } = sealedEvent(given, dice);
  const events = record.chains.get(chain) ?? [];
  const [moved] = events.splice(at, 1);
  if (moved !== undefined) events.splice(dice.below(events.length + 1), 0, moved);
  return [];
};

const cutChain = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const { chain, at } = sealedEvent(given, dice);
  const events = record.chains.get(chain);
  events?.splice(at);
  return [];
};

const dropReview = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const reviews = [...given.sealed.keys()].filter((chain) => chain !== record.programme);
  if (reviews.length > 0) record.chains.delete(dice.pick(reviews));
  return [];
};

const swapReviews = (record: MadeUpRecord, given: Anchored, dice: Dice): readonly HistoryEvent[] => {
  const reviews = [...record.chains.keys()].filter((chain) => chain !== record.programme);
  const sealed = reviews.filter((chain) => given.sealed.has(chain));
  if (sealed.length === 0) return [];
  const [one, other] = [dice.pick(sealed), dice.pick(reviews)];
  const [ones, others] = [record.chains.get(one) ?? [], record.chains.get(other) ?? []];
  record.chains.set(one, others);
  record.chains.set(other, ones);
  for (const chain of [one, other]) for (const event of record.chains.get(chain) ?? []) event.chain = chain;
  return [...ones, ...others];
};

/** A change of a report that is sealed. */
const report = (change: (report: MadeUpReport, record: MadeUpRecord, dice: Dice) => void): Deed =>
  history((record, given, dice) => {
    const number = given.record.reports.indexOf(dice.pick(given.reports));
    const changed = record.reports[number];
    if (changed !== undefined) change(changed, record, dice);
    return [];
  });

const editHeads = (one: MadeUpReport, record: MadeUpRecord, dice: Dice): void => {
  const at = dice.below(one.heads.length);
  const head = one.heads[at];
  if (head === undefined) return;
  const event = dice.pick([...record.chains.values()].flat());
  const changes: (() => void)[] = [
    () => one.heads.splice(at, 1),
    () => one.heads.splice(at, 0, head),
    () => one.heads.splice(at, 1, [head[0], head[1] + dice.pick([-1, 1]), head[2]]),
    () => one.heads.splice(at, 1, [head[0], event.sequence, event.digest]),
    () => one.heads.splice(at, 1, [event.chain.split('/')[1] ?? '#programme', event.sequence, event.digest]),
    () => one.heads.push([event.chain.split('/')[1] ?? '#programme', event.sequence, event.digest]),
    () => one.heads.reverse(),
  ];
  dice.pick(changes)();
};

const editLines = (one: MadeUpReport, _: MadeUpRecord, dice: Dice): void => {
  const at = dice.below(one.lines.length);
  const line = one.lines[at];
  if (line === undefined) return;
  const changes: (() => void)[] = [
    () => one.lines.splice(at, 1),
    () => one.lines.splice(at, 0, line),
    () => one.lines.splice(at, 1, edited(dice, line)),
    () => one.lines.reverse(),
  ];
  dice.pick(changes)();
};

const likely = '"{}[]:,0123456789abcdefghijklmnopqrstuvwxyz-# ';

const meansAnother = (text: string, was: string): boolean => {
  try {
    return canonicalJson(JSON.parse(text)) !== canonicalJson(JSON.parse(was));
  } catch {
    return true;
  }
};

export const sayTheSame = (lines: readonly string[], recorded: readonly string[]): boolean =>
  lines.length === recorded.length &&
  lines.every((text, n) => text === recorded[n] || !meansAnother(text, lineOf(recorded, n)));

/** Every way in which anchored history is changed here, by its name. */
export const deeds: Readonly<Record<string, Deed>> = {
  'edit any field of a line': ({ lines, sealedLines }, dice) => {
    const at = dice.once(8) ? dice.pick([0, lines.length - 1]) : dice.pick(sealedLines);
    return lines.with(at, JSON.stringify(edited(dice, JSON.parse(lineOf(lines, at)))));
  },
  'change one character of a line': ({ lines, sealedLines }, dice) => {
    const at = dice.pick(sealedLines);
    const was = lineOf(lines, at);
    const place = dice.below(was.length);
    const text = `${was.slice(0, place)}${dice.pick([...likely])}${was.slice(place + dice.below(2))}`;
    return meansAnother(text, was) ? lines.with(at, text) : undefined;
  },
  'delete a line': ({ lines, sealedLines }, dice) => lines.toSpliced(dice.pick(sealedLines), 1),
  'write a line twice': ({ lines, sealedLines }, dice) => {
    const at = dice.pick(sealedLines);
    return lines.toSpliced(dice.once(2) ? at : dice.below(lines.length + 1), 0, lineOf(lines, at));
  },
  'swap two lines': ({ lines, sealedLines }, dice) => {
    const [one, other] = [dice.pick(sealedLines), dice.pick(sealedLines)];
    return lines.with(one, lineOf(lines, other)).with(other, lineOf(lines, one));
  },
  'move a line': ({ lines, sealedLines }, dice) => {
    const at = dice.pick(sealedLines);
    return lines.toSpliced(at, 1).toSpliced(dice.below(lines.length), 0, lineOf(lines, at));
  },
  'cut the end off': ({ lines, sealedLines, record }, dice) => {
    const left = lines.slice(0, dice.below((sealedLines.at(-1) ?? 0) + 1));
    const whole = lineOf(lines, lines.length - 1);
    const events = left.flatMap((text): HistoryEvent[] => JSON.parse(text).event ?? []);
    const chains = new Map(events.map((event) => [event.chain, events.filter((one) => one.chain === event.chain)]));
    const reports = record.reports.slice(0, left.filter((text) => JSON.parse(text).kind === 'report').length);
    const fresh = JSON.stringify(manifestOf({ programme: record.programme, chains, reports }));
    return dice.pick([left, [...left, whole], [...left, fresh]]);
  },
  'cut the file in the middle of a line': ({ lines, sealedLines }, dice) => {
    const at = dice.pick(sealedLines);
    const was = lineOf(lines, at);
    return [...lines.slice(0, at), was.slice(0, dice.below(was.length))];
  },
  'swap two chains as they stand': ({ lines, record, sealed }, dice) => {
    const [one, other] = [dice.pick([...sealed.keys()]), dice.pick([...record.chains.keys()])];
    const chainOf = (text: string): string => JSON.parse(text).event?.chain ?? '';
    const of = (chain: string): readonly string[] => lines.filter((text) => chainOf(text) === chain);
    const seen = new Set<string>();
    return lines.flatMap((text) => {
      const chain = chainOf(text);
      if (chain !== one && chain !== other) return [text];
      if (seen.has(chain)) return [];
      seen.add(chain);
      return of(chain === one ? other : one);
    });
  },
  'edit history': history(editHistory),
  'edit history under the printed seal': history(editHistory, true),
  'delete from history': history(deleteFromHistory),
  'delete from history under the printed seal': history(deleteFromHistory, true),
  'insert into history': history(insertIntoHistory),
  'insert into history under the printed seal': history(insertIntoHistory, true),
  'reorder history': history(reorderHistory),
  'cut the end off a chain': history(cutChain),
  'drop a review': history(dropReview),
  'swap what two reviews tell': history(swapReviews),
  "change a report's content": report((one, _, dice) => {
    const { previous, ...content } = one.content;
    one.content = { ...editedMember(dice, content), previous };
  }),
  "change a report's lines": report(editLines),
  "change a report's heads": report(editHeads),
  "change a report's publication": report((one, _, dice) => {
    one.publication = editedMember(dice, one.publication);
  }),
  'drop a report': history((record, given, dice) => {
    const at = given.record.reports.indexOf(dice.pick(given.reports));
    record.reports.splice(at, 1);
    return [];
  }),
};
