/** What the facts of a report are made by: loaded when the first are asked for, since the sections of every register are in it. */
export { factsOf, factsOfLine } from '#web/report-facts.ts';
