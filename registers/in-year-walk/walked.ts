import type { InYearWalksSection } from './record.ts';

type Walk = Pick<InYearWalksSection[number], 'beforeAction' | 'actions'>;

export interface Walked {
  /** The forecast before action less its steps, whole pounds; null where one of them has no figure. */
  readonly left: number | null;
  readonly takenOff: number;
  readonly steps: number;
  readonly withoutFigure: number;
}

/** What a walk comes to. */
export const walked = ({ beforeAction, actions }: Walk): Walked => {
  const steps = actions.filter(({ inWalk }) => inWalk);
  const withoutFigure = steps.filter(({ pounds }) => pounds === undefined).length;
  const takenOff = steps.reduce((sum, { pounds = 0 }) => sum + pounds, 0);
  const left = beforeAction === undefined || withoutFigure > 0 ? null : beforeAction - takenOff;
  return { left, takenOff, steps: steps.length, withoutFigure };
};
