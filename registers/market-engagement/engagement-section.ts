import type { Entry } from '#domain/entry.ts';
import { dayOf } from '#language/time.ts';
import { foldedName } from '#language/withheld-text.ts';
import { type EngagementSection, isOpenAnswer, type MarketEngagement } from './record.ts';

/**
 * One organisation however its name is written: case and the width of blanks do not count. Names serve to count alone and
 * are never shown, so that one counts as it is written where it is withheld too.
 */
const distinctNames = (names: readonly string[]): string[] => [...new Set(names.map(foldedName))].toSorted();

/**
 * Engagement with the market: one organisation that answers for five engagements is one company and five responses.
 * A decision not to engage is said apart and is no engagement.
 */
export const engagementSection = (entries: readonly Entry<MarketEngagement>[]): EngagementSection => {
  const engagements = entries.filter((entry) => entry.record.kind !== 'decision-not-to-engage');
  const confirmedAt = entries
    .map(({ effectiveAt }) => effectiveAt)
    .toSorted()
    .at(-1);
  const organisations = entries.flatMap((entry) => entry.record.organisations);
  return {
    engagements: engagements.length,
    decidedNotTo: engagements.length < entries.length,
    responses: organisations.reduce((sum, one) => sum + one.responses, 0),
    organisations: distinctNames(organisations.filter((one) => !isOpenAnswer(one)).map((one) => one.name)),
    invitedIn: distinctNames(organisations.filter((one) => one.invitedIn).map((one) => one.name)),
    ...(confirmedAt === undefined ? {} : { confirmedOn: dayOf(confirmedAt) }),
    stated: entries.flatMap((entry) => (entry.record.stated === undefined ? [] : [entry.record.stated])),
  };
};
