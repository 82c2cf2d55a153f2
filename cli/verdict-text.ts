import { counted, dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { type BrokenLink, reportName } from '#store/verification/broken-link.ts';
import type { ExportCounts, UnanchoredEvents, Verdict } from '#store/verification/verification.ts';

const mostChainsNamed = 20;

const whereInWords = ({ line, chain, sequence }: BrokenLink): string =>
  [
    `line ${line}`,
    ...(chain === null ? [] : [`chain ${chain}`]),
    ...(sequence === null ? [] : [`event ${sequence}`]),
  ].join(', ');

const heldInWords = ({ programme, events, chains, reports }: ExportCounts): string =>
  `The export holds the record of ${programme}: ${counted(events, 'event')} on ${counted(chains, 'chain')}, ${counted(reports, 'published report')}.`;

const beyondInWords = ({ chain, from, to }: UnanchoredEvents): string =>
  `  chain ${chain}: ${from === to ? `event ${from}` : `events ${from} to ${to}`}`;

const inPartInWords = ({ inPart: { events, reports } }: ExportCounts): readonly string[] =>
  events + reports === 0
    ? []
    : [
        `WITHHELD IN PART: ${counted(events, 'event')} and ${counted(reports, 'report')} are shown as the public view shows them. Everything that is shown of them is checked like all else; what the words withheld were, only the full export can prove.`,
      ];

/** What was found, sentence by sentence, for a person who did not write the software. */
export const verdictText = (verdict: Verdict): readonly string[] => {
  switch (verdict.kind) {
    case 'broken':
      return [
        `BROKEN at ${whereInWords(verdict.broken)}:`,
        `  ${verdict.broken.what}.`,
        'This is the first broken link; nothing after it was looked at, and nothing is proved.',
      ];
    case 'consistent':
      return [
        heldInWords(verdict.counts),
        ...inPartInWords(verdict.counts),
        'CONSISTENT WITH ITSELF: every event is numbered, linked and unchanged since its digest was made, and every report is what its event published.',
        'That proves nothing against somebody who could rewrite all of it. Give the sealing digest printed on a board pack by --anchor to prove what it seals.',
      ];
    case 'proved': {
      const { counts, seal, proved, unanchored } = verdict;
      const more = unanchored.chains.length - mostChainsNamed;
      return [
        heldInWords(counts),
        ...inPartInWords(counts),
        `The anchor is the digest of event ${seal.sequence} of chain ${counts.programme}, which published ${reportName(seal.report)}, on ${dateInWords(dayOf(seal.recordedAt))}.`,
        `PROVED up to that seal: ${counted(proved.events, 'event')} on ${counted(proved.chains, 'chain')} and ${counted(proved.reports, 'published report')} are what they were when it was made; nothing among them was changed, added, removed or put in another order.`,
        ...(unanchored.events === 0
          ? ['Nothing lies beyond the seal.']
          : [
              `UNANCHORED: ${counted(unanchored.events, 'event')}${unanchored.reports === 0 ? '' : ` and ${counted(unanchored.reports, 'published report')}`} beyond the seal. What is there is consistent with itself; whether it was rewritten, or more was cut off after it, only a later seal can show.`,
              ...unanchored.chains.slice(0, mostChainsNamed).map(beyondInWords),
              ...(more > 0 ? [`  and ${counted(more, 'chain')} more`] : []),
            ]),
      ];
    }
  }
};
