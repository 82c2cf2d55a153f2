import { dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { count, type Fact, words } from '#web/report/fact.ts';
import { subject, table } from '#web/report/layout.ts';
import { bandTag } from './page-bands.ts';

type Risks = ReportContent['risks'];

const orNot = (given: string | null): string => given ?? 'not stated';

/** The open risks that were taken higher, of reviews and of the programme itself, and those that came back. */
export const escalationTables = (risks: Risks): readonly Html[] => {
  const { escalations } = risks;
  if (escalations === undefined) return [];
  const { inForce, ended } = escalations;
  const escalated =
    inForce.total === 0
      ? []
      : [
          table({
            caption: 'Risks that were escalated, the highest first',
            columns: ['Risk', 'Review', 'Score', 'Escalated', 'By', 'Why', 'Owner'].map((head) => ({ head })),
            rows: inForce.rows.map((one) => [
              one.riskTitle,
              subject(one),
              one.score === null || one.band === null ? 'not scored' : html`${one.score} ${bandTag(risks, one.band)}`,
              `to ${one.to} on ${dateInWords(one.on)}`,
              orNot(one.by),
              orNot(one.reason),
              one.owner ?? 'no owner',
            ]),
            none: '',
            total: inForce.total,
          }),
        ];
  const back =
    ended.total === 0
      ? []
      : [
          table({
            caption: 'Risks whose escalation ended since the last report',
            columns: ['Risk', 'Review', 'Was escalated', 'Ended', 'Why'].map((head) => ({ head })),
            rows: ended.rows.map((one) => [
              one.riskTitle,
              subject(one),
              `to ${one.to} on ${dateInWords(one.on)}`,
              dateInWords(one.endedOn),
              orNot(one.endedWhy),
            ]),
            none: '',
            total: ended.total,
          }),
        ];
  return [...escalated, ...back];
};

export const escalationFacts = ({ escalations }: Risks): readonly Fact[] =>
  escalations === undefined
    ? []
    : [
        count('Risks', 'Escalated', escalations.inForce.total),
        ...escalations.inForce.rows.map((one) =>
          words(
            'Risks',
            one.title,
            'Escalated',
            `${one.riskTitle}, to ${one.to} on ${dateInWords(one.on)} by ${orNot(one.by)}: ${orNot(one.reason)}`,
          ),
        ),
        ...escalations.ended.rows.map((one) =>
          words(
            'Risks',
            one.title,
            'Escalation ended',
            `${one.riskTitle}, to ${one.to}: ended on ${dateInWords(one.endedOn)}: ${orNot(one.endedWhy)}`,
          ),
        ),
      ];
