import type { HistoryEvent } from '#schemas/history.ts';
import { type Person, people, type TestTracker, type Told } from './tracker.ts';

/** The whole export of a programme in a view, page by page, closed with a manifest of what came. */
export const exportedLines = async (
  tracker: TestTracker,
  params: Readonly<Record<string, string>>,
  view: 'full' | 'public',
  as: Person = people.assurance,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let query: string | undefined = `view=${view}`; query !== undefined; ) {
    const { text, headers }: Told = await tracker.must('exportProgramme', { as, params, query });
    found.push(...text.trimEnd().split('\n'));
    query = /\?([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];
  }
  const events = found.flatMap((line): HistoryEvent[] => JSON.parse(line).event ?? []);
  const heads = new Map(events.map(({ chain, sequence, digest }) => [chain, { chain, sequence, digest }]));
  const reports = found.filter((line) => JSON.parse(line).kind === 'report').length;
  const manifest = { kind: 'manifest', chains: [...heads.values()], events: events.length, reports };
  return [...found, JSON.stringify(manifest)];
};
