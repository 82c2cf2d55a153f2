import * as z from 'zod';
import { counted, dateInWords } from '#language/in-words.ts';
import { businessCase } from '#registers/business-case/record.ts';
import { Decision, decision } from '#registers/decision/record.ts';
import { DecisionDates } from '#registers/decision/worked-out.ts';
import type { Register } from '#registers/declaration.ts';
import { ledgerPeriod } from '#registers/ledger-period/record.ts';
import {
  isOpenAnswer,
  MarketEngagement,
  marketEngagement,
  OrganisationKind,
} from '#registers/market-engagement/record.ts';
import { monthlyReturn } from '#registers/return/record.ts';
import { saving } from '#registers/saving/record.ts';
import { labelOf } from '#schemas/choices.ts';
import { bulletList, heading2, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html, type Printable } from '../../html.ts';
import { outcomeShown } from '../acts/outcome-shown.ts';
import { sentBackShown } from '../acts/return-words.ts';
import { correctedLines } from '../finance/ledger.ts';
import { queriesOfLine } from '../finance/queries.ts';
import { validationsOfLine } from '../finance/validations.ts';
import type { At } from '../screen.ts';
import type { Entry } from './register-at.ts';

/*
 * What follows from an entry, or what acts have left with it, where its page says that in words of its own.
 */

const sentences = (title: string, said: readonly string[]): Html | false =>
  said.length > 0 && html`${heading2(title)}${bulletList(said)}`;

const Dated = z.object({ record: Decision, computed: DecisionDates.omit({ dueBy: true }) });

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

type Organisations = MarketEngagement['organisations'];

/** When something of an organisation was; those of which it is not known come last. */
const whenOf = ({ answeredOn, askedOn }: Organisations[number]): string => answeredOn ?? askedOn ?? '9';

const answerOf = (one: Organisations[number]): Printable => {
  const { answeredOn, responses, sharedWith } = one;
  if (isOpenAnswer(one)) return tag('No answer yet', 'orange');
  const when = answeredOn === undefined ? 'Day not stated' : dateInWords(answeredOn);
  return html`${when}${responses !== 1 && html`<br>${counted(responses, 'response')}`}${sharedWith !== undefined && html`<br>with ${sharedWith}`}`;
};

const kindOf = ({ kind }: Organisations[number]): string =>
  kind === 'not-stated' ? '' : labelOf(OrganisationKind, kind);

/** Each organisation, by date: when it was asked, when it answered and what it said; those whose answer is open first. */
const answersTable = (organisations: Organisations): Html | false =>
  organisations.length > 0 &&
  dataTable({
    caption: 'Who was asked, and what they said',
    captionHidden: true,
    stacked: true,
    columns: [{ head: 'Organisation' }, { head: 'Asked' }, { head: 'Answered' }, { head: 'What it said' }],
    rows: organisations
      .toSorted(
        (one, other) =>
          Number(isOpenAnswer(other)) - Number(isOpenAnswer(one)) || (whenOf(one) < whenOf(other) ? -1 : 1),
      )
      .map((one) => [
        html`${one.name}${kindOf(one) !== '' && html`<br><span class="govuk-!-font-weight-regular">${kindOf(one)}</span>`}`,
        one.askedOn === undefined ? 'Not stated' : dateInWords(one.askedOn),
        answerOf(one),
        html`${one.said ?? ''}${one.invitedIn && html` ${tag('Invited in', 'blue')}`}`,
      ]),
    none: '',
  });

/** How many organisations answered and were invited in, by name and as a paper states it; and what each of them said. */
const whoAnswered = (entry: Entry): Html | false => {
  const engaged = Engaged.safeParse(entry);
  if (!engaged.success) return false;
  const { organisations: all, stated } = engaged.data.record;
  const organisations = all.filter((one) => !isOpenAnswer(one));
  const open = all.length - organisations.length;
  const responses = organisations.reduce((sum, one) => sum + one.responses, 0);
  const invitedIn = organisations.filter((one) => one.invitedIn).length;
  const statedAs = [
    ...(stated?.organisations === undefined ? [] : [counted(stated.organisations, 'organisation')]),
    ...(stated?.responses === undefined ? [] : [counted(stated.responses, 'response')]),
    ...(stated?.invitedIn === undefined ? [] : [`${stated.invitedIn} invited in`]),
  ];
  const said = [
    ...(open === 0
      ? []
      : [
          `${counted(open, 'organisation was', 'organisations were')} asked and ${open === 1 ? 'has' : 'have'} not answered yet.`,
        ]),
    ...(organisations.length === 0
      ? []
      : [
          `${counted(organisations.length, 'organisation')} by name, with ${counted(responses, 'response')}; ${invitedIn} invited in.`,
        ]),
    ...(stated === undefined || statedAs.length === 0
      ? []
      : [`${stated.source} states ${statedAs.join(', ')}, without naming them.`]),
  ];
  return said.length > 0 && html`${sentences('Who was asked, and who answered', said)}${answersTable(all)}`;
};

/** Who looks, and at what. */
type Looked = Pick<At, 'params' | 'viewer'>;

const byKind: Readonly<Record<string, (entry: Entry, at: Looked) => Html | false>> = {
  [saving.kind]: (entry, at) => html`${validationsOfLine(entry, at)}${queriesOfLine(entry)}`,
  [businessCase.kind]: outcomeShown,
  [monthlyReturn.kind]: sentBackShown,
  [ledgerPeriod.kind]: correctedLines,
  [decision.kind]: lawfulDays,
  [marketEngagement.kind]: whoAnswered,
};

export const aboutEntry = ({ kind }: Register, entry: Entry, at: Looked): Html | false =>
  byKind[kind]?.(entry, at) ?? false;
