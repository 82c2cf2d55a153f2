import { monthInWords } from '#language/in-words.ts';

/** What is wrong, and of which chain and event; a report is named by the event that published it. */
export interface Fault {
  readonly chain: string | null;
  readonly sequence: number | null;
  readonly what: string;
}

/** The first fault of an export, with the number of its line, counted from 1. */
export interface BrokenLink extends Fault {
  readonly line: number;
}

export const atEvent = (chain: string, sequence: number | null, what: string): Fault => ({ chain, sequence, what });

/** A fault of the file itself, of no chain's. */
export const atLine = (what: string): Fault => ({ chain: null, sequence: null, what });

/** `the report of April 2014, revision 2` */
export const reportName = ({ month, revision }: { readonly month: string; readonly revision: number }): string =>
  `the report of ${monthInWords(month)}, revision ${revision}`;
