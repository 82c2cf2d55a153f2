import type { ReportContent } from './report.ts';

/** A report's content with at most so many rows of each list that grows with the programme; its totals count them all. */
export const withRowsAtMost = (content: ReportContent, most: number): ReportContent => {
  const first = <Row>(rows: readonly Row[]): Row[] => rows.slice(0, most);
  const { flow, options, conditions, savings, risks, milestones, decisions, ratings, returns, engagement } = content;
  return {
    ...content,
    flow: { ...flow, restated: first(flow.restated), entered: first(flow.entered), left: first(flow.left) },
    moves: first(content.moves),
    waiversInForce: first(content.waiversInForce),
    waits: first(content.waits),
    engagement: {
      ...engagement,
      statedOnly: { ...engagement.statedOnly, sources: first(engagement.statedOnly.sources) },
    },
    options: {
      ...options,
      withoutPreferred: first(options.withoutPreferred),
      severalPreferred: first(options.severalPreferred),
      notFirst: first(options.notFirst),
    },
    outcomes: first(content.outcomes),
    conditions: { ...conditions, overdue: first(conditions.overdue) },
    savings: {
      ...savings,
      coverage: { ...savings.coverage, notStated: first(savings.coverage.notStated) },
      moved: first(savings.moved),
    },
    risks: {
      ...risks,
      top: first(risks.top),
      moved: first(risks.moved),
      overdue: first(risks.overdue),
      incomplete: first(risks.incomplete),
    },
    milestones: {
      ...milestones,
      due: first(milestones.due),
      missed: first(milestones.missed),
      slipped: first(milestones.slipped),
    },
    decisions: { taken: first(decisions.taken), due: first(decisions.due) },
    ratings: {
      ...ratings,
      worst: ratings.worst === null ? null : { ...ratings.worst, because: first(ratings.worst.because) },
      differ: first(ratings.differ),
    },
    returns: {
      ...returns,
      late: first(returns.late),
      unconfirmed: first(returns.unconfirmed),
      missing: first(returns.missing),
    },
    findings: first(content.findings),
    nextSteps: first(content.nextSteps),
  };
};
