import { type Html, html } from '../html.ts';
import { section } from './layout.ts';

/* What a board member who reads a report for the first time asks of its words. Each follows docs/meaning.md, whose rule stands above it. */
const words: readonly (readonly [word: string, meaning: string])[] = [
  // PEOPLE-3
  ['SRO', 'Senior responsible owner: the officer who answers for a review.'],
  // CONFIDENCE-2
  ['Assurance', 'Officers who rate a review independently of its SRO. Both ratings are shown; the worse one counts.'],
  // CONFIDENCE-1, CONFIDENCE-20
  [
    'Rating',
    'How likely it is, by who rates, that the review delivers: from Green to Red. A rating that is too old, or that has no return behind it, no longer counts and is said to be out of date.',
  ],
  ['Tier', 'How much depends on a review: tier 1 is business critical.'],
  [
    'Stage',
    'How far a review has come, from being identified to being completed. It moves on when the gate of its stage is met or waived.',
  ],
  ['Return', 'What each review sends for a month: what happened, and what its SRO confirms.'],
  // SAVINGS-8, SAVINGS-20
  [
    'Achievable',
    'What reviews plan to save, without what they rate as unachievable. Savings that bring no cash, or are not yet firm, are shown apart.',
  ],
  // CLAIM-1, SAVINGS-7
  [
    'Claimed, validated',
    'What a review says it has saved, and what of it finance has checked. The two are never added together.',
  ],
  // SAVINGS-33
  [
    'Ledger',
    'What the finance ledger shows as saved: a third figure beside what is claimed and validated, in no total.',
  ],
  // SAVINGS-10
  ['Still to find', 'What is required, less what is achievable. “At most” is said where some figures are not stated.'],
  // SAVINGS-5
  ['Outturn', 'What was saved in a year: what finance validated, and of all else the last forecast.'],
  ['Not stated', 'Nobody recorded it. It is never counted as 0.'],
  ['Contradiction, data gap', 'Records that do not agree with each other, and what is missing from them.'],
];

export const wordsTitle = 'What the words mean';

/** The words of a report, for whoever reads one for the first time. */
export const wordsOfReport = (): Html =>
  section(
    'words',
    wordsTitle,
    html`<ul class="lines">${words.map(([word, meaning]) => html`<li><strong>${word}:</strong> ${meaning}</li>`)}</ul>`,
  );
