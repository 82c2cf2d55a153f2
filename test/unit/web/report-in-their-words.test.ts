import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { withMarks } from '#language/withheld-text.ts';
import type { OpenRisk } from '#registers/risk/projections.ts';
import { visibleText } from '#schemas/exemption.ts';
import { aReview, aRisk, aSetting, rollUp } from '../../support/positions.ts';
import { formatsOf } from '../../support/report-formats.ts';

/*
 * What people must write, and where a board reads it. Each text is a word of its own, looked for in the JSON, on the page and in
 * the CSV; the same again with every text exempt, looked for in the public view.
 */

type Text = (word: string) => string;
const open: Text = (word) => word;
const exempt: Text = (word) => withMarks(word, { ground: 3, until: undefined, record: 'property/risk/late' });

const risk = (text: Text): OpenRisk => ({
  ...aRisk({ title: text('Riskname') }),
  words: {
    cause: text('Causeword'),
    event: text('Eventword'),
    consequence: text('Consequenceword'),
    controls: [{ what: text('Controlword'), owner: 'Estates' }],
    actions: [{ what: text('Actionword'), owner: 'Estates', dueOn: null }],
    escalated: { on: '2014-04-03', to: text('Escalatedto') },
  },
});
const issue = (text: Text) => ({
  id: 'insolvent',
  title: text('Issuename'),
  severity: 'high' as const,
  raisedOn: '2014-04-10',
  owner: text('Issueowner'),
  status: 'open' as const,
});
const rated = (text: Text, prefix: string) => ({
  id: prefix,
  given: {
    on: '2014-04-15',
    overall: { rating: 'amber' as const, words: text(`${prefix}overall`) },
    time: { rating: 'amber' as const, words: text(`${prefix}time`) },
    cost: { rating: 'amber' as const, words: text(`${prefix}cost`) },
    benefits: { rating: 'amber' as const, words: text(`${prefix}benefits`) },
    risk: { rating: 'amber' as const, words: text(`${prefix}risk`) },
    forwardLook: 'worsening' as const,
  },
});
const reviews = (text: Text) => [
  aReview('property', {
    risks: { open: [risk(text)], unscored: [], closed: [], happened: [] },
    issues: [issue(text)],
    ratings: { sro: rated(text, 'Sro'), assurance: rated(text, 'Assurance') },
    returns: [
      {
        month: '2014-04',
        nothingChanged: false,
        narrative: text('Returnword'),
        submittedAt: '2014-05-01T09:00:00.000Z',
        confirmedAt: '2014-05-02T09:00:00.000Z',
      },
    ],
    review: {
      waivers: [
        {
          criterion: 'GATE-11',
          reason: text('Waiverword'),
          by: 'anna-stone',
          at: '2014-04-02T09:00:00.000Z',
          stage: 'identified',
        },
      ],
    },
  }),
  aReview('gone', {
    review: { title: 'Gone', lifecycle: 'stopped' },
    issues: [{ ...issue(text), title: text('Endedissue') }],
    risks: { open: [{ ...risk(text), title: text('Endedrisk') }], unscored: [], closed: [], happened: [] },
  }),
];
const dimensions = ['overall', 'time', 'cost', 'benefits', 'risk'];
const words = [
  ...['Riskname', 'Causeword', 'Eventword', 'Consequenceword', 'Controlword', 'Actionword', 'Escalatedto'],
  ...['Issuename', 'Issueowner', 'Returnword', 'Waiverword'],
  ...dimensions.flatMap((dimension) => [`Sro${dimension}`, `Assurance${dimension}`]),
];
const inTables = ['Endedissue', 'Endedrisk'];

describe('A board reads what people wrote', () => {
  const formats = formatsOf(JSON.stringify(rollUp(reviews(open))));

  it.each(words)('%s', (word) => {
    for (const [format, text] of Object.entries(formats)) expect(text, format).toContain(word);
  });

  it.each(inTables)('of reviews that have ended: %s', (word) => {
    expect(formats.JSON).toContain(word);
    expect(formats.page).toContain(word);
  });

  it('and what a waived criterion asks for', () => {
    const { sentence } = rollUp(reviews(open)).content.waiversInForce.rows[0] ?? {};
    expect(sentence).toMatch(/^Gross and net expenditure are recorded/);
    for (const text of Object.values(formats)) expect(text).toContain('Gross and net expenditure are recorded');
  });
});

it.each([...words, ...inTables])('The public view shows nothing of it where it is exempt: %s', (word) => {
  const json = visibleText(JSON.stringify(rollUp(reviews(exempt))), { view: 'public', on: '2014-05-06' });
  for (const [format, text] of Object.entries(formatsOf(json))) expect(text, format).not.toContain(word);
});

it('The first rule set shows none of it', () => {
  const json = JSON.stringify(rollUp(reviews(open), aSetting(), rules1));
  const hidden = words.filter((word) => !['Riskname', 'Waiverword'].includes(word));
  for (const word of [...hidden, ...inTables]) expect(json).not.toContain(word);
});
