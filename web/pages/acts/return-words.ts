import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { inLines, insetText } from '../../design/blocks.ts';
import { type Html, html, type Printable } from '../../html.ts';
import type { Entry } from '../registers/register-at.ts';

/*
 * What a return says, as its SRO reads it before confirming it or sending it back.
 */

export const factsOfReturn = ({ facts }: Entry): MonthlyReturnFacts | undefined =>
  MonthlyReturnFacts.safeParse(facts).data;

export const wordsOfReturn = ({ record }: Entry): Printable =>
  typeof record.narrative === 'string'
    ? inLines(record.narrative)
    : record.nothingChanged === true
      ? 'Nothing changed.'
      : 'No words.';

/** What an SRO asked for of these words, where they sent them back. */
export const sentBackShown = (entry: Entry): Html | false => {
  const facts = factsOfReturn(entry);
  return (
    facts?.sentBack !== undefined &&
    facts.confirmed === null &&
    insetText(html`Sent back on ${dateInWords(dayOf(facts.sentBack.at))}: ${inLines(facts.sentBack.comment)}`)
  );
};
