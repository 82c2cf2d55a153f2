import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { share } from '#domain/totals.ts';
import { counted as countOf, listed } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { EngagementSection } from './record.ts';

type Engagement = ReportContent['engagement'];

type Stated = Omit<Engagement['statedOnly'], 'sources'>;

/** What papers state without naming anybody: added up, and each source once. */
const statedOnly = () => {
  const stated = { responses: 0, organisations: 0, invitedIn: 0 };
  const sourcesSeen = new Set<string>();
  const sources = new Rows<string>((source) => [source]);
  return {
    stated,
    add: (section: EngagementSection): void => {
      for (const counts of section.stated) {
        stated.responses += counts.responses ?? 0;
        stated.organisations += counts.organisations ?? 0;
        stated.invitedIn += counts.invitedIn ?? 0;
        if (!sourcesSeen.has(counts.source)) sources.add(counts.source);
        sourcesSeen.add(counts.source);
      }
    },
    close: (): Engagement['statedOnly'] => ({ ...stated, sources: sources.listed() }),
  };
};

/**
 * With which subject each organisation is counted: once, with the first that names it by id, the programme before its reviews; what is stated by number
 * alone with its own. In whatever order they come.
 */
const countedOnce = () => {
  const first = new Map<string, SubjectOfRow>();
  const alone = new Map<string, { readonly subject: SubjectOfRow; readonly count: number }>();
  return {
    add: (subject: SubjectOfRow, organisations: readonly string[], stated: number): void => {
      for (const name of organisations) {
        const before = first.get(name);
        if (before === undefined || reviewKey(subject) < reviewKey(before)) first.set(name, subject);
      }
      if (stated > 0) alone.set(reviewKey(subject), { subject, count: stated });
    },
    close: () => {
      const counts = new Map(alone);
      for (const subject of first.values()) {
        const count = (counts.get(reviewKey(subject))?.count ?? 0) + 1;
        counts.set(reviewKey(subject), { subject, count });
      }
      const rows = new Rows<SubjectOfRow & { readonly count: number }>((one) => [reviewKey(one)]);
      for (const { subject, count } of counts.values()) rows.add({ ...subject, count });
      return rows.listed();
    },
  };
};

/** Both kinds of organisations, with whom they are counted; since `rules-2`. */
const countedWithin = (ruleSet: RuleSetName) => {
  const kinds = { organisations: countedOnce(), invitedIn: countedOnce() };
  return {
    add: (subject: SubjectOfRow, section: EngagementSection): void => {
      for (const name of ['organisations', 'invitedIn'] as const)
        kinds[name].add(
          subject,
          section[name],
          section.stated.reduce((sum, one) => sum + (one[name] ?? 0), 0),
        );
    },
    close: (): Pick<Engagement, 'countedWith'> =>
      isInRuleSet({ since: 'rules-2' }, ruleSet)
        ? { countedWith: { organisations: kinds.organisations.close(), invitedIn: kinds.invitedIn.close() } }
        : {},
  };
};

interface Circumstances {
  readonly forWholeProgramme: boolean;
  readonly anyNamed: boolean;
  readonly ruleSet: RuleSetName;
}

const statedNotes = (stated: Stated, { forWholeProgramme, anyNamed, ruleSet }: Circumstances): string[] => {
  const parts = [
    ...(stated.responses > 0 ? [countOf(stated.responses, 'response')] : []),
    ...(stated.organisations > 0 ? [countOf(stated.organisations, 'organisation')] : []),
    ...(stated.invitedIn > 0 ? [`${stated.invitedIn} invited in`] : []),
  ];
  if (parts.length === 0) return [];
  if (isInRuleSet({ since: 'rules-2' }, ruleSet))
    return [
      [
        `Known by number only, because the source names nobody: ${listed(parts)}.`,
        ...(forWholeProgramme ? ['Numbers for the whole programme are not broken down by review.'] : []),
        ...(anyNamed ? ['Organisations known by number may be among the named ones, and so be counted twice.'] : []),
      ].join(' '),
    ];
  const apart = anyNamed
    ? ' Stated organisations may be among the named ones: that cannot be known without names.'
    : '';
  const breakdown = forWholeProgramme ? ' What is stated for the whole programme has no breakdown by review.' : '';
  return [`${listed(parts)} are stated without naming the organisations.${breakdown}${apart}`];
};

/** What took place stays a fact when its review is stopped or completed; the share is of counted reviews alone. */
const uncountedNotes = (uncounted: number): string[] =>
  uncounted === 0
    ? []
    : [
        `${countOf(uncounted, 'engagement')} of reviews that are not counted ${uncounted === 1 ? 'is' : 'are'} among these; the share of reviews engaged is of counted ones.`,
      ];

/**
 * Market engagement of the programme and of every review: one organisation that answers for five reviews is one
 * organisation and five responses. What a paper states without naming anybody is added and shown apart. Source: KCC.
 */
export const engagementPart = (setting: ReportSetting, _month: ReportedMonth, ruleSet: RuleSetName) => {
  const programmeWide = setting.programmeWide.engagement;
  const organisations = new Set<string>();
  const invitedIn = new Set<string>();
  const countedWith = countedWithin(ruleSet);
  const unnamed = statedOnly();
  let engagements = 0;
  let named = 0;
  let counted = 0;
  let engaged = 0;
  let decidedNotTo = 0;
  let uncounted = 0;

  const take = (subject: SubjectOfRow, section: EngagementSection): void => {
    engagements += section.engagements;
    named += section.responses;
    for (const organisation of section.organisations) organisations.add(organisation);
    for (const organisation of section.invitedIn) invitedIn.add(organisation);
    unnamed.add(section);
    countedWith.add(subject, section);
  };
  take({ review: null, title: setting.programme.name }, programmeWide);

  const notes = (): string[] => [
    ...statedNotes(unnamed.stated, {
      forWholeProgramme: programmeWide.stated.length > 0,
      anyNamed: organisations.size > 0,
      ruleSet,
    }),
    ...uncountedNotes(uncounted),
  ];

  return {
    add: (review: ReviewInReport): void => {
      const section = review.position.engagement;
      take(subjectOf(review), section);
      if (!review.counted) {
        uncounted += section.engagements;
        return;
      }
      counted += 1;
      if (section.engagements > 0) engaged += 1;
      if (section.decidedNotTo) decidedNotTo += 1;
    },
    close: (): Engagement => ({
      engagements,
      responses: named + unnamed.stated.responses,
      organisations: organisations.size + unnamed.stated.organisations,
      invitedIn: invitedIn.size + unnamed.stated.invitedIn,
      statedOnly: unnamed.close(),
      programmeWide: programmeWide.engagements,
      ...countedWith.close(),
      reviewsEngaged: share(engaged, counted),
      decidedNotTo,
      notes: notes(),
    }),
  };
};
