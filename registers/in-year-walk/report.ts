import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { Rows } from '#domain/report/rows.ts';
import type { InYearWalksPart } from './record.ts';
import { walked } from './walked.ts';

type Walk = InYearWalksPart['walks']['rows'][number];
type Action = InYearWalksPart['actions']['rows'][number];

const nameAmong = (
  named: readonly { readonly id: string; readonly name: string }[] = [],
  id?: string,
): string | null => (id === undefined ? null : (named.find((one) => one.id === id)?.name ?? id));

/** The in-year walks of the programme: each with what its steps come to, and every action. */
export const inYearWalksPart = ({ programme, programmeWide }: ReportSetting) => {
  const walks = new Rows<Walk>((one) => [one.year, reviewKey(one), one.walk]);
  const actions = new Rows<Action & { readonly n: number }>((one) => [one.year, one.walk, one.n]);
  const subject = { review: null, title: programme.name };
  for (const walk of programmeWide.inYearWalks) {
    const about = { ...subject, walk: walk.id, walkTitle: walk.title, year: walk.year };
    const { left, takenOff, steps, withoutFigure } = walked(walk);
    walks.add({
      ...{ ...about, asAt: walk.asAt, beforeAction: walk.beforeAction ?? null },
      actions: { pounds: takenOff, stated: steps - withoutFigure, of: steps },
      ...{ left: walk.left ?? null, worked: left, leftBy: walk.leftBy ?? null },
    });
    for (const [n, one] of walk.actions.entries())
      actions.add({
        ...{ ...about, n, what: one.what, owner: one.owner ?? null, pounds: one.pounds ?? null, inWalk: one.inWalk },
        directorate: nameAmong(programme.directorates, one.directorate),
        objective: nameAmong(programme.objectives, one.objective),
        ...{ due: one.due ?? null, status: one.status ?? null },
      });
  }
  return {
    add: (): void => undefined,
    close: (): InYearWalksPart => {
      const { total, rows } = actions.listed();
      return { walks: walks.listed(), actions: { total, rows: rows.map(({ n: _, ...row }) => row) } };
    },
  };
};
