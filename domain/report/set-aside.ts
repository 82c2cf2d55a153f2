import { counted as countOf, dateInWords, listed, poundsInWords } from '#language/in-words.ts';
import type { FindingSetting } from '#schemas/finding-settings.ts';
import type { Finding, ReportContent } from '#schemas/report.ts';
import type { SetAside } from '#schemas/set-aside.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';

/** Whether a setting is in force at the end of a month. */
const isInForce = (setting: FindingSetting, { lastDay }: ReportedMonth): boolean =>
  setting.as !== 'accepted' || setting.until >= lastDay;

const takes = (setting: FindingSetting, { rule, subject }: Finding, pounds: number | undefined): boolean =>
  setting.rule === rule &&
  (setting.reviews === undefined || (subject.review !== null && setting.reviews.includes(subject.review))) &&
  (setting.as !== 'from' || (pounds !== undefined && pounds < setting.pounds));

const asInWords = (setting: FindingSetting): string => {
  const of = setting.reviews === undefined ? '' : ` of ${countOf(setting.reviews.length, 'review')}`;
  switch (setting.as) {
    case 'off':
      return `${setting.rule}${of}: switched off`;
    case 'accepted':
      return `${setting.rule}${of}: accepted as known until ${dateInWords(setting.until)}`;
    case 'from':
      return `${setting.rule}${of}: below ${poundsInWords(setting.pounds)}`;
  }
};

const sentenceOf = (total: number, settings: readonly FindingSetting[], counts: readonly number[]): string => {
  const each = settings.map((setting, n) => `${asInWords(setting)} (${counts[n] ?? 0})`);
  return `By the programme's settings ${countOf(total, 'finding is', 'findings are')} left out of this report: ${listed(each)}.`;
};

/**
 * What the programme's settings leave out of the findings, counted by setting and never silently (docs/meaning.md REPORT-29).
 * Absent where no setting is in force.
 */
export const setAsidePart = ({ programme }: ReportSetting, month: ReportedMonth) => {
  const settings = (programme.findings ?? []).filter((one) => isInForce(one, month));
  const counts = settings.map(() => 0);
  return {
    /** Whether a finding is left out; of several settings the first that fits takes it. */
    takes: (finding: Finding, pounds: number | undefined): boolean => {
      const n = settings.findIndex((one) => takes(one, finding, pounds));
      if (n < 0) return false;
      counts[n] = (counts[n] ?? 0) + 1;
      return true;
    },
    /** Reviews are named by these titles, where they are in the programme. */
    close: (titles: ReadonlyMap<string, string>): Pick<ReportContent, 'setAside'> => {
      if (settings.length === 0) return {};
      const total = counts.reduce((sum, one) => sum + one, 0);
      const rows: SetAside['rows'] = settings.map((setting, n) => ({
        rule: setting.rule,
        as: setting.as,
        reviews: setting.reviews?.map((id) => titles.get(id) ?? id) ?? null,
        until: setting.as === 'accepted' ? setting.until : null,
        pounds: setting.as === 'from' ? setting.pounds : null,
        reason: setting.reason ?? null,
        count: counts[n] ?? 0,
      }));
      return { setAside: { findings: total, rows, sentence: sentenceOf(total, settings, counts) } };
    },
  };
};
