import * as z from 'zod';
import { counted, dateInWords } from '#language/in-words.ts';
import { Decision, DecisionDates, decision } from '#registers/decision/record.ts';
import type { Register } from '#registers/declaration.ts';
import { MarketEngagement, marketEngagement } from '#registers/market-engagement/record.ts';
import { saving } from '#registers/saving/record.ts';
import { bulletList, heading2 } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { queriesOfLine } from '../finance/queries.ts';
import type { Entry } from './register-at.ts';

/*
 * What follows from an entry, or what acts have left with it, where its page says that in words of its own.
 */

const sentences = (title: string, said: readonly string[]): Html | false =>
  said.length > 0 && html`${heading2(title)}${bulletList(said)}`;

const Dated = z.object({ record: Decision, computed: DecisionDates });

/** The days from and until which the law lets a decision be taken, called in and carried out. */
const lawfulDays = (entry: Entry): Html | false => {
  const dated = Dated.safeParse(entry);
  if (!dated.success) return false;
  const { record, computed } = dated.data;
  const { noticeOn, takenOn } = record;
  return sentences('When it may be taken and carried out', [
    ...(noticeOn !== undefined && computed.earliestMeetingOn !== null && takenOn === undefined
      ? [
          `The earliest day on which it may be taken is ${dateInWords(computed.earliestMeetingOn)}: 28 clear days after its notice of ${dateInWords(noticeOn)}.`,
        ]
      : []),
    ...(computed.callInEndsOn === null ? [] : [`It can be called in until ${dateInWords(computed.callInEndsOn)}.`]),
    ...(computed.earliestImplementationOn === null
      ? []
      : [`It may be carried out from ${dateInWords(computed.earliestImplementationOn)}.`]),
  ]);
};

const Engaged = z.object({ record: MarketEngagement });

/** How many organisations answered and were invited in, by name and as a paper states it. */
const whoAnswered = (entry: Entry): Html | false => {
  const engaged = Engaged.safeParse(entry);
  if (!engaged.success) return false;
  const { organisations, stated } = engaged.data.record;
  const responses = organisations.reduce((sum, one) => sum + one.responses, 0);
  const invitedIn = organisations.filter((one) => one.invitedIn).length;
  const statedAs = [
    ...(stated?.organisations === undefined ? [] : [counted(stated.organisations, 'organisation')]),
    ...(stated?.responses === undefined ? [] : [counted(stated.responses, 'response')]),
    ...(stated?.invitedIn === undefined ? [] : [`${stated.invitedIn} invited in`]),
  ];
  return sentences('Who answered', [
    ...(organisations.length === 0
      ? []
      : [
          `${counted(organisations.length, 'organisation')} by name, with ${counted(responses, 'response')}; ${invitedIn} invited in.`,
        ]),
    ...(stated === undefined || statedAs.length === 0
      ? []
      : [`${stated.source} states ${statedAs.join(', ')}, without naming them.`]),
  ]);
};

const byKind: Readonly<Record<string, (entry: Entry) => Html | false>> = {
  [saving.kind]: queriesOfLine,
  [decision.kind]: lawfulDays,
  [marketEngagement.kind]: whoAnswered,
};

export const aboutEntry = ({ kind }: Register, entry: Entry): Html | false => byKind[kind]?.(entry) ?? false;
