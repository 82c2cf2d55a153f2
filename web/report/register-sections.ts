import { registers } from '#registers/all.ts';
import { pages } from '#registers/all-pages.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { Html, Printable } from '../html.ts';
import { type Fact, whole, words } from './fact.ts';
import { none, section } from './layout.ts';
import type { RegisterPage } from './register-page.ts';

const leftOutSentence = 'Left out by the programme’s settings.';

/** A part of a report and what shows it; a report from before its register was there has no such part. */
interface Shown {
  /** The name of the part. */
  readonly part: string;
  readonly section: RegisterPage<unknown>['section'];
  /** Left out by the programme's settings: nothing of it is shown. */
  readonly isLeftOut: boolean;
  readonly body: () => readonly Printable[];
  readonly facts: () => readonly Fact[];
}

function pageOf(kind: string): RegisterPage<unknown> | undefined;
function pageOf(kind: string): unknown {
  return new Map(Object.entries(pages)).get(kind);
}

const shownIn = (content: ReportContent): readonly Shown[] => {
  const parts = new Map<string, unknown>(Object.entries(content));
  return registers.flatMap(({ kind, report }) => {
    const page = pageOf(kind);
    const name = report?.name ?? '';
    const part = parts.get(name);
    const isLeftOut = content.leftOut?.some((one) => one.part === report?.name) ?? false;
    if (page !== undefined && part !== undefined && isLeftOut)
      return [{ part: name, section: page.section, isLeftOut, body: () => [none(leftOutSentence)], facts: () => [] }];
    const notMade = content.notMade?.find((one) => one.part === report?.name);
    if (page !== undefined && notMade !== undefined)
      return [
        {
          part: name,
          section: page.section,
          isLeftOut,
          body: () => [none(notMade.sentence)],
          facts: () => [words('Not made', whole, notMade.title, notMade.sentence)],
        },
      ];
    return page === undefined || part === undefined
      ? []
      : [
          {
            part: name,
            section: page.section,
            isLeftOut,
            body: () => page.body(part, content),
            facts: () => page.facts?.(part) ?? [],
          },
        ];
  });
};

/** The registers' facts of a report, in the order of its page. */
export const factsOfRegisters = (content: ReportContent): readonly Fact[] =>
  shownIn(content).flatMap((one) => one.facts());

/** The registers' sections of the page of a report, each with its id, its title and the names of its parts. */
export const sectionsOfRegisters = (
  content: ReportContent,
): readonly {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly string[];
  readonly body: () => Html;
}[] => {
  const shown = shownIn(content);
  return shown.flatMap((one) => {
    if ('within' in one.section) return [];
    const { id, title } = one.section;
    const joined = shown.filter(
      (other) => !other.isLeftOut && 'within' in other.section && other.section.within === id,
    );
    // What is joined to a section stays under its heading.
    if (one.isLeftOut && joined.length === 0) return [];
    const all = [one, ...joined];
    const parts = all.map(({ part }) => part);
    return [{ id, title, parts, body: () => section(id, title, ...all.flatMap((each) => each.body())) }];
  });
};
