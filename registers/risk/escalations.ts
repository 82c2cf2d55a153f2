import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth } from '#domain/report/report-setting.ts';
import type { SubjectOfRow } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { OpenRisk, RisksSection, UnscoredRisk } from './projections.ts';

type Escalations = NonNullable<ReportContent['risks']['escalations']>;
type Row = Escalations['inForce']['rows'][number];
type Ended = Escalations['ended']['rows'][number];

type Escalated = NonNullable<OpenRisk['escalated']>;

/** Since the report before was observed: of one that was not the month before, in all months between. */
export const isEndedSince = ({ endedOn }: Escalated, month: Pick<ReportedMonth, 'beforeDay'>): boolean =>
  endedOn !== undefined && endedOn > month.beforeDay;

/** Open risks that were taken higher, the highest first, and those that came back since the report before (docs/meaning.md SCORE-23). */
export const escalationsFold = (month: ReportedMonth) => {
  const inForce = new Rows<Row>((one) => [-(one.score ?? 0), reviewKey(one), one.risk]);
  const ended = new Rows<Ended>((one) => [one.endedOn, reviewKey(one), one.risk]);
  const addOne = (subject: SubjectOfRow, risk: OpenRisk | UnscoredRisk): void => {
    const { id, title, owner = null, escalated } = risk;
    if (escalated === undefined) return;
    const { on, to, by = null, reason = null, endedOn, endedWhy = null } = escalated;
    const about = { ...subject, risk: id, riskTitle: title, on, to };
    const score = 'score' in risk ? { score: risk.score, band: risk.band } : { score: null, band: null };
    if (endedOn === undefined) inForce.add({ ...about, ...score, owner, by, reason });
    else if (isEndedSince(escalated, month)) ended.add({ ...about, endedOn, endedWhy });
  };
  return {
    add: (subject: SubjectOfRow, { open, unscored }: RisksSection): void => {
      for (const risk of [...open, ...unscored]) addOne(subject, risk);
    },
    close: (): Escalations => ({ inForce: inForce.listed(), ended: ended.listed() }),
  };
};
