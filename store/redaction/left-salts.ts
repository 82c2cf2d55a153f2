import type { LocalDate } from '#language/time.ts';
import { plainText } from '#language/withheld-text.ts';
import { type View, visibleText } from '#schemas/exemption.ts';
import type { SaltOfText } from '#schemas/salts.ts';
import { saltsLeft, saltsOfShown, textsOf } from '../digests/commitments.ts';
import { type LeftOfText, saltInView } from '../reports/report-salts.ts';

/** A part of a report: a line by its number, or the content after the last; text to withhold with its marks. */
export interface Part {
  readonly number: number;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the salts of the parts are: made from a secret, or what an earlier redaction left of them. */
export type SaltedBy = { readonly secret: string } | { readonly left: readonly LeftOfText[] };

const ofBoth = (full: readonly SaltOfText[], open: readonly SaltOfText[]): readonly LeftOfText[] =>
  full.map((one, n) => {
    const other = open[n] ?? one;
    return JSON.stringify(one) === JSON.stringify(other) ? one : { full: one, public: other };
  });

const views = ['full', 'public'] as const satisfies readonly View[];

/** What is left of the salts of some parts of a report, for each view, once words are taken out; `on`: the day as at which its public view withholds. */
export const leftOfParts = (parts: readonly Part[], salted: SaltedBy, on: LocalDate): readonly LeftOfText[] => {
  const shown = (value: unknown, view: View): unknown => JSON.parse(visibleText(JSON.stringify(value), { view, on }));
  let taken = 0;
  const saltsOf = ({ number, before }: Part, view: View): readonly SaltOfText[] =>
    'secret' in salted
      ? saltsOfShown(before, salted, number, {
          written: plainText,
          visible: (text) => visibleText(text, { view, on }),
          saltsWhatStandsIn: true,
        })
      : salted.left.slice(taken, taken + textsOf(before).length).map((one) => saltInView(one, view));
  return parts.flatMap((part) => {
    const [full, open] = views.map((view) =>
      saltsLeft(shown(part.before, view), shown(part.after, view), saltsOf(part, view)),
    );
    taken += textsOf(part.before).length;
    return ofBoth(full ?? [], open ?? []);
  });
};
