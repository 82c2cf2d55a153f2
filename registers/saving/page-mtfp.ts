import { dateInWords, poundsInWords, totalInWords } from '#language/in-words.ts';
import { type Html, html } from '#web/html.ts';
import { type Fact, pounds, total, words } from '#web/report/fact.ts';
import { subject, table } from '#web/report/layout.ts';
import type { MtfpRollOver } from './projections.ts';

type Version = MtfpRollOver['inUse'];

const pricesInWords = ({ prices, priceYear }: Version): string => {
  if (prices === 'not-stated') return 'prices not stated';
  if (prices === 'cash') return 'cash prices';
  return priceYear === null ? 'real prices, of which year is not stated' : `real prices of ${priceYear}`;
};

/** `MTFP 2015-18 (2015/16 to 2017/18, cash prices; approved by County Council on 12 February 2015)`. */
const versionInWords = (version: Version): string => {
  const by = version.approvedBy === null ? '' : ` by ${version.approvedBy}`;
  const approved =
    version.approvedOn === null ? 'approval not stated' : `approved${by} on ${dateInWords(version.approvedOn)}`;
  return `${version.name} (${version.from} to ${version.to}, ${pricesInWords(version)}; ${approved})`;
};

const inPounds = (value: number | null): string => (value === null ? 'not stated' : poundsInWords(value));

const hasOtherPrices = ({ inUse, before }: MtfpRollOver): boolean =>
  before !== null && pricesInWords(inUse) !== pricesInWords(before);

const carriedOver = (mtfp: MtfpRollOver, before: Version): Html =>
  html`<p>Before it: ${versionInWords(before)}. Of its savings for years before ${mtfp.inUse.from}, not delivered: ${totalInWords(mtfp.notDelivered)}.${
    hasOtherPrices(mtfp) && ' The two are not in the same prices, and nothing is converted.'
  }</p>${table({
    caption: `What carries over from ${before.name}: what it held, less what finance has validated`,
    columns: [
      { head: 'Review' },
      { head: 'Saving' },
      { head: 'Held', figures: true },
      { head: 'Validated', figures: true },
      { head: 'Not delivered', figures: true },
      { head: `Held by ${mtfp.inUse.name}`, figures: true },
    ],
    rows: mtfp.carriedOver.rows.map((one) => [
      subject(one),
      html`${one.saving}<span class="under">${one.year}</span>`,
      inPounds(one.held),
      one.validated === null ? 'none' : poundsInWords(one.validated),
      inPounds(one.notDelivered),
      inPounds(one.heldNow),
    ]),
    none: `Nothing of ${before.name} is recorded as not delivered.`,
    total: mtfp.carriedOver.total,
  })}`;

/** Which version of the MTFP the savings are held against, and what carries over from the one before. */
export const mtfpRollOver = (mtfp: MtfpRollOver): Html =>
  html`<h3>Medium-term financial plan</h3><p>In use: ${versionInWords(mtfp.inUse)}. What is required, identified, and held by the MTFP already is by this version.</p>${
    mtfp.before !== null && carriedOver(mtfp, mtfp.before)
  }`;

const section = 'MTFP';

export const factsOfMtfp = ({ inUse, before, carriedOver: over, notDelivered }: MtfpRollOver): readonly Fact[] => [
  words(section, 'Programme', 'In use', versionInWords(inUse)),
  ...(before === null
    ? []
    : [
        words(section, 'Programme', 'Before it', versionInWords(before)),
        total(section, 'Programme', 'Carried over, not delivered', notDelivered),
      ]),
  ...over.rows.map((one) =>
    pounds(section, `${one.title}: ${one.saving}, ${one.year}`, 'Carried over, not delivered', one.notDelivered),
  ),
];
