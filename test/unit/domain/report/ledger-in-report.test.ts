import { describe, expect, it } from 'vitest';
import { changesSince } from '#domain/report/changes.ts';
import { figuresOfReport } from '#domain/report/figures/figures-of-report.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { withMarks } from '#language/withheld-text.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { aReview, aSavingsLine, aSetting, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* What the finance ledger shows as saved, in the report of a month (docs/meaning.md SAVINGS-33 and SAVINGS-34). The month is April 2014. */

type Wide = ReportSetting['programmeWide'];

const budget = (code: string, year = '2014/15'): Wide['budgetLines'][number] => ({
  ...{ id: code.toLowerCase(), title: `Line ${code}`, kind: 'line', year, code, of: [] },
});
const period = (id: string, saved: Readonly<Record<string, number | undefined>>): Wide['ledgerPeriods'][number] => ({
  id,
  lines: Object.entries(saved).map(([code, pounds]) => ({
    ...{ code, actual: 9 },
    ...(pounds === undefined ? {} : { saved: pounds }),
  })),
});
const codes = ['A', 'B', 'C', 'D'].flatMap((code) => [budget(code), budget(code, '2013/14')]);
const settingOf = (...ledgerPeriods: Wide['ledgerPeriods']) =>
  aSetting({ programmeWide: { ...noProgrammeWide, budgetLines: codes, ledgerPeriods } });

interface Claim {
  readonly of?: string | undefined;
  readonly claimed?: number;
  readonly validated?: number;
  readonly on?: string;
  readonly year?: string;
}
const lineOf = (id: string, { of, claimed, validated, on = '2014-04-10', year = '2014/15' }: Claim) => {
  const line = aSavingsLine({
    title: `Saving ${id}`,
    ...(of === undefined ? {} : { budgetLine: of }),
    years: [{ year, plan: 900, ...(claimed === undefined ? {} : { claimedActual: claimed }) }],
  });
  const validations =
    validated === undefined
      ? []
      : [{ year, pounds: validated, on, by: 'fin', at: '2014-04-10T09:00:00.000Z', ofVersion: 1 }];
  return { ...line, id, facts: { ...line.facts, validations } };
};
const reviewOf = (...claims: Claim[]) =>
  aReview('property', { savings: savingsSection(claims.map((claim, n) => lineOf(`s${n}`, claim))) });
const made = (setting: ReportSetting, ...claims: Claim[]) => rollUp([reviewOf(...claims)], setting);
const ledgerOf = (setting: ReportSetting, ...claims: Claim[]) => made(setting, ...claims).content.savings.ledger?.[0];

const april = period('2014-15-p01', { A: 100, B: 70, C: 40, D: undefined });
const everything: Claim[] = [
  { of: 'A', claimed: 60, validated: 60 },
  { of: 'line a', claimed: 40 },
  { of: 'B', claimed: 75, validated: 70 },
  { of: 'D', claimed: 8 },
  { of: 'Nowhere', claimed: 5 },
  { claimed: 2 },
  { of: 'A' },
];

describe('what the ledger shows, in a report', () => {
  it('stands beside what is claimed and validated of each budget line, what differs first', () => {
    const rows = ledgerOf(settingOf(april), ...everything)?.lines.rows;
    expect(
      rows?.map(({ code, claimed, validated, saved, difference, state }) => [
        ...[code, claimed, validated, saved, difference, state],
      ]),
    ).toEqual([
      ['B', 75, 70, 70, -5, 'differs'],
      ['C', null, null, 40, null, 'not-claimed'],
      ['A', 100, 60, 100, 0, 'agrees'],
      ['D', 8, null, null, null, 'not-stated'],
    ]);
    expect(rows?.[2]?.claims.map(({ title, saving }) => `${saving}, ${title}`)).toEqual([
      'Saving s0, Property Review',
      'Saving s1, Property Review',
    ]);
  });

  it('says of how much that is claimed it has a figure, and of how much it has none', () => {
    expect(ledgerOf(settingOf(april), ...everything)).toMatchObject({
      ...{ year: '2014/15', period: '2014-15-p01', agrees: 1, differs: 1 },
      saved: { pounds: 210, stated: 3 },
      claimed: { pounds: 175, stated: 3 },
      validated: { pounds: 130, stated: 2 },
      notShown: { pounds: 8, stated: 1 },
      notInLedger: { pounds: 7, stated: 2 },
      notClaimed: { pounds: 40, stated: 1 },
      sentence:
        'By April 2014, the last period of 2014/15 that was recorded by the end of April 2014 (then less than a month old), the ledger shows £210 as saved on 3 of 4 budget lines that it names. It agrees with what is claimed on 1 of 2. Of £190 claimed for 2014/15, £175 has a figure of the ledger beside it; £7 is of lines that the ledger does not name and £8 is of lines on which the ledger shows no saving. Nothing is claimed of £40 that it shows on 1 line. What the ledger shows is in no total.',
    });
  });

  it('is in no total', () => {
    const years = (setting: ReportSetting) => made(setting, ...everything).content.savings.years;
    expect(years(settingOf(april))).toEqual(years(settingOf()));
  });

  it('is never nought where it is not known', () => {
    const nothing = { pounds: null, stated: 0 };
    expect(ledgerOf(settingOf(period('2014-15-p01', { D: undefined })))).toMatchObject({
      ...{ saved: nothing, claimed: nothing, validated: nothing, notShown: nothing, notInLedger: nothing },
      notClaimed: nothing,
      lines: { total: 1, rows: [{ claimed: null, validated: null, saved: null, difference: null }] },
    });
    expect(ledgerOf(settingOf(period('2014-15-p01', { A: 0 })), { of: 'A', claimed: 0 })).toMatchObject({
      ...{ agrees: 1, saved: { pounds: 0, stated: 1 }, claimed: { pounds: 0, stated: 1 } },
    });
  });

  it('is that of the year before while the ledger has no period of the year, and says so', () => {
    const march = period('2013-14-p12', { A: 100 });
    const found = ledgerOf(settingOf(march), { of: 'A', claimed: 100, year: '2013/14' }, { of: 'A', claimed: 7 });
    expect(found).toMatchObject({ year: '2013/14', agrees: 1, claimed: { pounds: 100, stated: 1 } });
    expect(found?.sentence).toMatch(
      /^No period of 2014\/15 was recorded yet\. By March 2014, .* \(then 1 month old\), .* £100 as saved/,
    );
    expect(ledgerOf(settingOf(march, april))).toMatchObject({ year: '2014/15' });
  });

  it('has of each line what the last period that names it says', () => {
    const may = period('2014-15-p02', { B: 80 });
    expect(ledgerOf(settingOf(may, april))?.lines.rows.map(({ code, period: of }) => [code, of])).toEqual(
      expect.arrayContaining([
        ['B', '2014-15-p02'],
        ['A', '2014-15-p01'],
      ]),
    );
  });

  it('is held against nothing where it is withheld of which line a claim is', () => {
    const withheld = withMarks('A', { ground: 3, until: '2030-01-01', record: 'property/saving/s0' });
    const section = savingsSection([lineOf('s0', { of: 'A', claimed: 60 }), lineOf('s1', { of: 'A', claimed: 40 })]);
    const lines = section.lines.map((line) => (line.id === 's0' ? { ...line, budgetLine: withheld } : line));
    const { content } = rollUp([aReview('property', { savings: { ...section, lines } })], settingOf(april));
    const [found] = content.savings.ledger ?? [];
    expect(found).toMatchObject({
      ...{ agrees: 0, differs: 0, claimed: { pounds: 40, stated: 1 }, withheld: { pounds: 60, stated: 1 } },
      notInLedger: { pounds: null, stated: 0 },
    });
    expect(found?.lines.rows.find(({ code }) => code === 'A')).toMatchObject({ state: 'withheld', difference: null });
  });

  it('counts a claim as withheld still once the name of its budget line is redacted', () => {
    const section = savingsSection([
      lineOf('s0', { of: 'Redacted', claimed: 60 }),
      lineOf('s1', { of: 'A', claimed: 40 }),
    ]);
    const lines = section.lines.map((line) =>
      line.id === 's0' ? { ...line, isBudgetLineExempt: true as const } : line,
    );
    const { content } = rollUp([aReview('property', { savings: { ...section, lines } })], settingOf(april));
    expect(content.savings.ledger?.[0]).toMatchObject({
      ...{ claimed: { pounds: 40, stated: 1 }, withheld: { pounds: 60, stated: 1 } },
      notInLedger: { pounds: null, stated: 0 },
    });
  });

  it('is of reviews that are in the results', () => {
    const stopped = aReview('stopped', {
      review: { ...aReview('stopped').position.review, lifecycle: 'stopped' },
      savings: savingsSection([lineOf('s0', { of: 'C', claimed: 40 })]),
    });
    expect(rollUp([stopped], settingOf(april)).content.savings.ledger?.[0]).toMatchObject({
      notClaimed: { pounds: 210, stated: 3 },
    });
  });

  it('is no part where the programme has no ledger, nor by the first rule set', () => {
    expect(ledgerOf(settingOf(), ...everything)).toBeUndefined();
    expect(rollUp([reviewOf(...everything)], settingOf(april), rules1).content.savings.ledger).toBeUndefined();
  });

  it('is compared with what it showed in the report before', () => {
    const march = period('2013-14-p12', { A: 100 });
    const [before, now] = [settingOf(march), settingOf(period('2013-14-p13', { A: 90 }))].map((setting) =>
      rollUp([reviewOf({ of: 'A', claimed: 100, year: '2013/14' })], setting),
    );
    if (before === undefined || now === undefined) throw new Error('both are made');
    const said = changesSince(now.content, before.content, 'rules-2').map(({ sentence }) => sentence);
    expect(said.join(' ')).toContain(
      'Savings: in the ledger, 2013/14, period the closing of 2013/14 (period 13), was March 2014; in the ledger, 2013/14, agrees 0, was 1; in the ledger, 2013/14, differs 1, was 0',
    );
  });

  it('can be asked why', () => {
    const figures = figuresOfReport(made(settingOf(april), ...everything).content);
    const named = (figure: string) => figures.find((one) => one.figure === `savings.2014-15.${figure}`);
    expect(named('ledger-saved')).toMatchObject({
      ...{ value: 210, rule: { id: 'SAVINGS-33' } },
      rows: {
        rows: [
          { entry: 'b', amount: 70 },
          { entry: 'c', amount: 40 },
          { entry: 'a', amount: 100 },
        ],
      },
    });
    expect(named('ledger-not-named')).toMatchObject({ value: 7 });
  });

  it.each(['JSON', 'page', 'CSV'] as const)('is shown: %s', (format) => {
    const text = formatsOf(JSON.stringify(made(settingOf(april), ...everything)))[format];
    for (const words of ['Line B', 'Saving s2', 'What the ledger shows is in no total.']) expect(text).toContain(words);
    if (format !== 'JSON') expect(text).toContain('£5 less than is claimed');
  });
});

describe('CON-42, more validated than the ledger shows', () => {
  const found = (setting: ReportSetting, ...claims: Claim[]) =>
    made(setting, ...claims).content.findings.rows.filter(({ rule }) => rule === 'CON-42');
  const validated = (pounds: number, on?: string): Claim => ({
    ...{ of: 'A', claimed: pounds, validated: pounds },
    ...(on === undefined ? {} : { on }),
  });

  it('is found of the budget line, with both figures', () => {
    expect(found(settingOf(april), validated(101))).toMatchObject([
      {
        subject: { review: null, register: 'budget-line', id: 'a' },
        because:
          'Finance has validated £101 of "Line A" (A) for 2014/15; by April 2014 the ledger shows £100 as saved.',
      },
    ]);
  });

  it.each<[string, ReportSetting, Claim[]]>([
    ['what is validated is what the ledger shows', settingOf(april), [validated(100)]],
    ['the ledger shows more', settingOf(april), [validated(99)]],
    ['the ledger shows no saving', settingOf(period('2014-15-p01', { A: undefined })), [validated(101)]],
    ['it was validated after the period ended', settingOf(april), [validated(50), validated(51, '2014-05-02')]],
    ['the ledger names no such line', settingOf(april), [{ claimed: 500, validated: 500 }]],
  ])('is not found where %s', (_what, setting, claims) => expect(found(setting, ...claims)).toEqual([]));

  it('is found by a period of the whole year whenever it was validated', () => {
    const march = period('2013-14-p12', { A: 100 });
    expect(found(settingOf(march), { ...validated(101, '2014-04-20'), year: '2013/14' })).toHaveLength(1);
  });
});
