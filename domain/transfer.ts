import { dateInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import { isForPractice } from '#schemas/practice.ts';
import type { Fault, Refusal } from '#schemas/problems.ts';
import { ProgrammeFacts } from '#schemas/programme.ts';
import type { ProgrammeTransfer, ProposeTransfer, TransferState } from '#schemas/transfer.ts';
import { contentRefusal } from './content-rule.ts';
import { type CommandContext, type Decided, done, refused } from './decided.ts';

/*
 * A programme goes to another organisation once both offices agree, and from the acceptance on nothing is recorded of it where it was
 * (docs/meaning.md PROGRAMME-25).
 */

/** The latest transfer of a programme, as its settings keep it; undefined: none was ever proposed. */
export const transferOf = ({ facts }: Pick<RecordState, 'facts'>): ProgrammeTransfer | undefined =>
  ProgrammeFacts.parse(facts).transfer;

const on = ({ at }: ProgrammeTransfer): string => dateInWords(dayOf(at));
const isLapsed = ({ until }: ProgrammeTransfer, today: LocalDate): boolean => until < today;

/** Whether a programme was handed over, so that nothing of it is due where it was. */
export const isHandedOver = (state: Pick<RecordState, 'facts'>): boolean => transferOf(state)?.state === 'accepted';

/** 409 for whatever is recorded of a programme that was handed over, or is not all there yet; null where neither is so. */
export const handedOverRefusal = (state: Pick<RecordState, 'facts'>, organisation: string): Refusal | null => {
  const transfer = transferOf(state);
  if (transfer?.state !== 'accepted') return null;
  const { id, from, to, at } = transfer;
  return {
    code: 'programme.handed-over',
    detail:
      organisation === to
        ? `The programme is being copied from ${from}, for your organisation accepted it on ${on(transfer)}; nothing is recorded of it before all of it is here.`
        : `The programme was handed over to ${to} on ${on(transfer)}; what is recorded of it from then on is recorded there. Here it can be read as it was.`,
    facts: { transfer: id, from, to, at },
  };
};

interface Proposed {
  readonly id: string;
  /** The id of the programme. */
  readonly programme: string;
  readonly asked: ProposeTransfer;
  readonly current: ProgrammeTransfer | undefined;
  readonly command: CommandContext;
  /** The organisations of the deployment; undefined where it has no list, and any of the issuer's may be one. */
  readonly organisations: readonly string[] | undefined;
}

const faultsOf = ({ asked, command, organisations }: Proposed): readonly Fault[] => {
  const { organisation } = command.actor;
  const others = organisations?.filter((one) => one !== organisation);
  const isAnother = asked.to !== organisation && others?.includes(asked.to) !== false;
  const which = others === undefined || others.length === 0 ? '' : `: ${others.join(', ')}`;
  return [
    ...(isAnother
      ? []
      : [
          {
            in: 'body' as const,
            pointer: '/to',
            message: `must be another organisation of the deployment${others?.length === 0 ? ', which has no other' : which}`,
          },
        ]),
    ...(asked.until < dayOf(command.effectiveAt)
      ? [{ in: 'body' as const, pointer: '/until', message: 'must not be past: it is the last day of an answer' }]
      : []),
  ];
};

/** Refused: `transfer.of-practice`, `transfer.open`, `content.breaks-rule`. A proposal that nobody answered in time is no longer in the way. */
export const proposeTransfer = (given: Proposed): Decided<ProgrammeTransfer> => {
  const { id, programme, asked, current, command } = given;
  const { effectiveAt } = command;
  if (isForPractice(programme))
    return refused({
      code: 'transfer.of-practice',
      detail:
        'People practise in this programme: nothing of it counts, so it is not handed over. Whoever would practise elsewhere sets one up there.',
    });
  if (current?.state === 'proposed' && !isLapsed(current, dayOf(effectiveAt)))
    return refused({
      code: 'transfer.open',
      detail: `It was proposed on ${on(current)} that the programme goes to ${current.to}, whose office may answer until ${dateInWords(current.until)}.`,
      facts: { transfer: current.id },
    });
  const faults = faultsOf(given);
  return faults.length > 0
    ? refused(contentRefusal(faults))
    : done({
        id,
        from: command.actor.organisation,
        to: asked.to,
        until: asked.until,
        state: 'proposed',
        at: effectiveAt,
      });
};

/** What came of a proposal that can no longer be answered, in words; null: it can. */
const endedBecause = (transfer: ProgrammeTransfer, today: LocalDate): string | null => {
  switch (transfer.state) {
    case 'proposed':
      return isLapsed(transfer, today) ? `Nobody answered it by ${dateInWords(transfer.until)}` : null;
    case 'withdrawn':
      return `${transfer.from} withdrew it on ${on(transfer)}`;
    case 'refused':
      return `${transfer.to} refused it on ${on(transfer)}`;
    default:
      return `${transfer.to} accepted it on ${on(transfer)}`;
  }
};

type Answer = Exclude<TransferState, 'proposed' | 'received'>;

/** In whose hands an answer is. */
const answersBy = { withdrawn: 'from', refused: 'to', accepted: 'to' } as const satisfies Record<Answer, 'from' | 'to'>;

/**
 * The answer of an office to a proposal; `current`: the latest transfer of the programme.
 * Refused: `transfer.of-other-office`, `transfer.accepted`, `transfer.ended`.
 */
export const answerTransfer = (
  asked: { readonly id: string; readonly from: string; readonly to: string },
  current: ProgrammeTransfer | undefined,
  answer: Answer,
  { actor, effectiveAt }: CommandContext,
): Decided<ProgrammeTransfer> => {
  const office = asked[answersBy[answer]];
  if (actor.organisation !== office)
    return refused({
      code: 'transfer.of-other-office',
      detail: `${answer === 'withdrawn' ? 'A proposal is withdrawn' : 'A proposal is answered'} by the programme office of ${office}.`,
      facts: { office },
    });
  if (current?.id !== asked.id)
    return refused({ code: 'transfer.ended', detail: 'Another proposal took the place of this one.' });
  if (answer === 'accepted' && current.state === 'accepted')
    return refused({
      code: 'transfer.accepted',
      detail: `Your office accepted it on ${on(current)}. Whatever is still to be copied is handed over again.`,
    });
  const ended = endedBecause(current, dayOf(effectiveAt));
  return ended === null
    ? done({ ...current, state: answer, at: effectiveAt })
    : refused({ code: 'transfer.ended', detail: `${ended}.`, facts: { state: current.state } });
};

/** Why a proposal cannot be accepted as it stands; null: it can. */
export const acceptanceRefusal = (
  { to, programme }: { readonly to: string; readonly programme: string },
  { idIsTaken, underWay }: { readonly idIsTaken: boolean; readonly underWay: readonly string[] },
): Refusal | null => {
  const [redaction] = underWay;
  if (idIsTaken)
    return {
      code: 'transfer.id-taken',
      detail: `${to} has a programme with the id ${programme}, or is receiving one, and ids are never changed.`,
    };
  return redaction === undefined
    ? null
    : {
        code: 'transfer.redaction-under-way',
        detail: `The redaction ${redaction} was agreed and is not done: until it is, the words that it takes out would be copied.`,
        facts: { redaction },
      };
};
