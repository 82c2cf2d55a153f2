import { done, refused } from '#domain/decided.ts';
import { dateInWords } from '#language/in-words.ts';
import type { ComparedInViews, DaysComparison } from '#schemas/days-comparison.ts';
import { getDaysComparisonOperation } from '#schemas/operations/report-spans.ts';
import { readCompared, readKeptComparison } from '#store/reports/kept-comparisons.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { type ViewRequest, viewOf } from '../http/view-access.ts';
import { readChain } from '../queries/read-chain.ts';
import { aroundKept } from '../reports/around-kept.ts';
import { withRowsThatFit } from '../reports/rows-that-fit.ts';

const inView = async (call: ViewRequest, { table }: ReadsTable, compared: ComparedInViews) => {
  if (compared.public === null) return compared.full;
  const view = await viewOf(call, table);
  return { ...(view === 'full' ? compared.full : compared.public), view };
};

export const getDaysComparison = query(getDaysComparisonOperation, async (call, deps: ReadsTable) => {
  const { from, to } = call.query;
  const chainRef = chainRefOf(call);
  const [programme, kept] = await Promise.all([
    readChain(deps, chainRef),
    readKeptComparison(deps.table, chainRef, { from, to }, call.now),
  ]);
  if (programme.kind === 'refused') return programme;
  const unknown = refused({
    code: 'comparison.unknown',
    detail: `No comparison of ${dateInWords(from)} and ${dateInWords(to)} is kept.`,
  });
  if (kept === undefined) return unknown;
  const [compared, { redactedSince, ...rest }] = await Promise.all([
    readCompared(deps.table, chainRef, kept),
    aroundKept(deps, chainRef, kept),
  ]);
  if (compared === undefined || redactedSince) return unknown;
  const { knownAt, keptUntil } = kept;
  const whole: DaysComparison = {
    ...{ from, to, knownAt, keptUntil },
    ...rest,
    ...(await inView(call, deps, compared)),
  };
  const made = await withRowsThatFit(
    whole,
    (shortened) => shortened,
    (shortened) => isHandedOn(JSON.stringify(shortened)),
    'The two days differ in more than one answer has room for: compare days that are nearer to each other.',
  );
  return made.kind === 'refused' ? made : done(jsonAnswer(made.result, { 'cache-control': 'no-store' }));
});
