import type * as z from 'zod';
import type { ReportContent } from '#schemas/report.ts';
import type { Html, Printable } from '#web/html.ts';
import type { Fact } from '#web/report/fact.ts';
import { section } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { type RegisterKind, registers } from './all.ts';
import { businessCasesPage } from './business-case/page.ts';
import { decisionsPage } from './decision/page.ts';
import type { ReportPart } from './declaration.ts';
import { deliveryModelsPage } from './delivery-model/page.ts';
import { issuesPage } from './issue/page.ts';
import { engagementPage } from './market-engagement/page.ts';
import { milestonesPage } from './milestone/page.ts';
import { optionsPage } from './option/page.ts';
import { ratingsPage } from './rating/page.ts';
import { returnsPage } from './return/page.ts';
import { risksPage } from './risk/page.ts';
import { savingsPage } from './saving/page.ts';

type Reported = Extract<(typeof registers)[number], { readonly report: ReportPart }>;

const pages: { readonly [D in Reported as D['kind']]: RegisterPage<z.output<D['report']['schema']>> } = {
  'market-engagement': engagementPage,
  option: optionsPage,
  'delivery-model': deliveryModelsPage,
  'business-case': businessCasesPage,
  saving: savingsPage,
  risk: risksPage,
  issue: issuesPage,
  milestone: milestonesPage,
  decision: decisionsPage,
  rating: ratingsPage,
  return: returnsPage,
};

/** A part of a report and what shows it; a report from before its register was there has no such part. */
interface Shown {
  readonly section: RegisterPage<unknown>['section'];
  readonly body: () => readonly Printable[];
  readonly facts: () => readonly Fact[];
}

function pageOf(kind: RegisterKind): RegisterPage<unknown> | undefined;
function pageOf(kind: string): unknown {
  return new Map(Object.entries(pages)).get(kind);
}

const shownIn = (content: ReportContent): readonly Shown[] => {
  const parts = new Map<string, unknown>(Object.entries(content));
  return registers.flatMap(({ kind, report }) => {
    const page = pageOf(kind);
    const part = report === undefined ? undefined : parts.get(report.name);
    return page === undefined || part === undefined
      ? []
      : [{ section: page.section, body: () => page.body(part, content), facts: () => page.facts?.(part) ?? [] }];
  });
};

/** The registers' facts of a report, in the order of its page. */
export const factsOfRegisters = (content: ReportContent): readonly Fact[] =>
  shownIn(content).flatMap((one) => one.facts());

/** The registers' sections of the page of a report, each with its id and title. */
export const sectionsOfRegisters = (
  content: ReportContent,
): readonly { readonly id: string; readonly title: string; readonly body: Html }[] => {
  const shown = shownIn(content);
  return shown.flatMap((one) => {
    if ('within' in one.section) return [];
    const { id, title } = one.section;
    const joined = shown.filter((other) => 'within' in other.section && other.section.within === id);
    return [{ id, title, body: section(id, title, ...[one, ...joined].flatMap((each) => each.body())) }];
  });
};
