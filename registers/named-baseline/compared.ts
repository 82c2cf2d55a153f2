import type { Programme } from '#schemas/programme.ts';
import type { NamedBaselinesSection } from './projections.ts';

/** The named baseline with which the settings have reports compared; undefined where they name none, or it is not there. */
export const baselineCompared = (
  { comparedWith }: Pick<Programme, 'comparedWith'>,
  baselines: NamedBaselinesSection,
): NamedBaselinesSection[number] | undefined => baselines.find(({ id }) => id === comparedWith);
