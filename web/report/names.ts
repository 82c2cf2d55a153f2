import type { Finding, ReportLine } from '#schemas/report.ts';

/*
 * The words of the report's own lists. Figures, dates, shares and ratings have theirs in language/in-words.ts.
 */

/** `key-decision` becomes `Key decision`; words stay as they are. */
export const plain = (name: string): string => {
  const spaced = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) ? name.replaceAll('-', ' ') : name;
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

export const returnNames: Readonly<Record<ReportLine['return'], string>> = {
  received: 'Received',
  'nothing-changed': 'Received: nothing changed',
  late: 'Late',
  unconfirmed: 'Not confirmed by an SRO',
  missing: 'Missing',
  'not-expected': 'Not expected',
};

export const findingKinds: Readonly<Record<Finding['kind'], { one: string; many: string; heading: string }>> = {
  contradiction: { one: 'contradiction', many: 'contradictions', heading: 'Contradictions' },
  'data-gap': { one: 'data gap', many: 'data gaps', heading: 'Data gaps' },
  unreadable: {
    one: 'record that could not be read',
    many: 'records that could not be read',
    heading: 'Records that could not be read',
  },
};

export const waitKinds: Readonly<Record<'review' | 'review-elsewhere' | 'outside-body' | 'document', string>> = {
  review: 'Another review',
  'review-elsewhere': 'A review outside the programme',
  'outside-body': 'An outside body',
  document: 'A document',
};

/** How many SROs a review has, where that is not one; one answers for each review. */
export const sroGap = (sros: number): string | null => (sros === 0 ? 'No SRO' : sros === 1 ? null : `${sros} SROs`);
