import type * as z from 'zod';
import { registers } from '#registers/all.ts';
import { pages } from '#registers/all-pages.ts';
import { ReportContent } from '#schemas/report.ts';
import { crossTablesTitle } from '../report/cross-tables.ts';
import { inWords } from './cell.ts';

/** A section of a report as its page has it, and the parts of the content that are in it. */
export interface ContentSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ContentPart[];
}

export interface ContentPart {
  readonly name: string;
  readonly schema: z.core.$ZodType | undefined;
  readonly value: unknown;
}

/** What the first sheet says, and what reports keep for those that follow them. */
const elsewhere = new Set<string>([
  'programme',
  'month',
  'observationEnd',
  'revision',
  'revisionReason',
  'early',
  'ruleSet',
  'previous',
  'recordedInMonth',
  'lines',
  'leftOut',
  'notMade',
  'facts',
  'inFigures',
]);

type Heading = Readonly<{ id: string; title: string }>;

const flow: Heading = { id: 'flow', title: 'Flow of reviews' };
const gates: Heading = { id: 'gates', title: 'Gates and waivers' };
const findings: Heading = { id: 'findings', title: 'Findings' };

const headings: ReadonlyMap<string, Heading> = new Map([
  ['headline', { id: 'headline', title: 'In short' }],
  ['counts', { id: 'counts', title: 'Where the reviews stand' }],
  ['flow', flow],
  ['crossTables', { id: 'cross-tables', title: crossTablesTitle }],
  ['moves', flow],
  ['movedByModel', flow],
  ['inLaterReports', flow],
  ['waiversInForce', gates],
  ['gatesWithout', gates],
  ['waits', { id: 'waits', title: 'What reviews wait for' }],
  ['ended', { id: 'ended', title: 'Reviews that have ended' }],
  ['lastConfirmed', { id: 'last-confirmed', title: 'When it was last confirmed' }],
  ['changes', { id: 'changes', title: 'What changed' }],
  ['findings', findings],
  ['foundByRule', findings],
  ['setAside', findings],
  ['nextSteps', { id: 'next-steps', title: 'Who does what next' }],
]);

/** The headings of the parts that registers make; what is at the end of another's section is in that one. */
const ofRegisters = (): ReadonlyMap<string, Heading> => {
  const own = new Map<string, Heading>();
  const within = new Map<string, string>();
  const shown = new Map(Object.entries(pages));
  for (const { kind, report } of registers) {
    const page = shown.get(kind);
    if (page === undefined || report === undefined) continue;
    if ('within' in page.section) within.set(report.name, page.section.within);
    else own.set(report.name, page.section);
  }
  const byId = new Map([...own.values()].map((heading) => [heading.id, heading]));
  for (const [name, id] of within) own.set(name, byId.get(id) ?? { id, title: inWords(id) });
  return own;
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What makes a figure is asked for by the figure. */
const withoutWhy = (content: ReportContent): ReportContent => {
  const { ways: _, ...flow } = content.flow;
  const { countedWith: __, ...engagement } = content.engagement;
  return { ...content, flow, engagement };
};

/** The sections of a report's content in their order; what the programme leaves out is left out. */
export const sectionsOf = (published: ReportContent): readonly ContentSection[] => {
  const content = withoutWhy(published);
  const registered = ofRegisters();
  const left = new Set<string>((content.leftOut ?? []).map(({ part }) => part));
  const found = Object.entries(content).flatMap(([name, value]) =>
    elsewhere.has(name) || left.has(name) || value === undefined
      ? []
      : [
          {
            heading: headings.get(name) ?? registered.get(name) ?? { id: kebab(name), title: inWords(name) },
            part: { name, schema: new Map(Object.entries(ReportContent.shape)).get(name), value },
          },
        ],
  );
  return [...Map.groupBy(found, ({ heading }) => heading.id)].map(([id, parts]) => ({
    id,
    title: parts[0]?.heading.title ?? id,
    parts: parts.map(({ part }) => part),
  }));
};
