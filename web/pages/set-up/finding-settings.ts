import * as z from 'zod';
import { dateInWords, pounds } from '#language/in-words.ts';
import { FindingSetting, findingRules, moneyRules } from '#schemas/finding-settings.ts';
import { Programme } from '#schemas/programme.ts';
import { button, buttonGroup, link, paragraph } from '../../design/blocks.ts';
import { checkboxes, radios, select } from '../../design/choice.ts';
import { dateInput } from '../../design/date-input.ts';
import { textArea, textInput } from '../../design/input.ts';
import { dayOf } from '../../forms/day.ts';
import { type FormValues, listIn, valueIn } from '../../forms/form-values.ts';
import { poundsOf } from '../../forms/money.ts';
import { type Html, html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { correctProgramme } from '../history/correct-chain.ts';
import { askChanges } from '../history/history.ts';
import { apiChainPath, programmePath, programmesPath, rulesPath, setUpPath } from '../paths.ts';
import { asking, everyPage } from '../question.ts';
import { sentenceOfRule } from '../rules/rules.ts';
import type { At, Screen } from '../screen.ts';
import { askSettings, type ProgrammeSettings, programmeIn, setUpCrumbs } from './set-up-at.ts';

/*
 * What a programme says of the rules of its reports: switched off, accepted as known until a day, or of a size from which it matters
 * (docs/meaning.md REPORT-29). An officer comes here from a finding of the draft, with its rule and its review.
 */

const Reviews = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string() })),
  next: z.string().nullable(),
});
type Reviews = z.infer<typeof Reviews>;

const ways = { accepted: 'Accept it as known until a day', off: 'Switch the rule off', from: 'Only from an amount on' };
const isWay = (way: string): way is keyof typeof ways => Object.hasOwn(ways, way);

const settingsIn = ({ record }: ProgrammeSettings): readonly FindingSetting[] =>
  z.array(FindingSetting).default([]).parse(record.findings);

const askReviews = (at: At) =>
  everyPage(asking(`${apiChainPath({ programme: programmeIn(at) })}/reviews`, Reviews, { limit: '200' }));

const listPath = (at: At): string => setUpPath(programmeIn(at), 'findings');

/** What its forms have in common: the settings are true from when the office chooses, as every form of the month. */
const ofSettings = {
  roles: ['programme-office'],
  asks: (at: At) => ({ programme: askSettings(at), reviews: askReviews(at) }),
  versionOf: 'programme',
  dates: 'as-chosen',
  late: {
    screen: correctProgramme,
    of: (at: At) => programmePath(programmeIn(at)),
    line: (at: At) => askChanges(at, 'programme', programmeIn(at)),
  },
} as const;

const crumbsOf = (at: At, programme: ProgrammeSettings) => [
  ...setUpCrumbs(at, programme),
  { text: 'Set-up', to: setUpPath(programmeIn(at)) },
];

const sendingOf = (at: At, { record }: ProgrammeSettings, findings: readonly FindingSetting[]) => ({
  method: 'PUT' as const,
  path: apiChainPath({ programme: programmeIn(at) }),
  body: Programme.parse({ ...record, findings: findings.length === 0 ? undefined : findings }),
});

const howTaken = (setting: FindingSetting): string => {
  if (setting.as === 'off') return 'switched off';
  return setting.as === 'accepted'
    ? `accepted as known until ${dateInWords(setting.until)}`
    : `only from ${pounds(setting.pounds)} on`;
};

const ofReviews = ({ reviews }: FindingSetting, { items }: Reviews): string =>
  (reviews ?? []).map((id) => items.find((one) => one.id === id)?.title ?? id).join(', ') || 'all reviews';

/** What is set, each to be ended. */
export const findingSettings: Screen = formScreen({
  ...ofSettings,
  path: `${programmesPath}/{programmeId}/set-up/findings`,
  start: (): FormValues => ({}),
  nameOf: () => 'What to end',
  show: ({ programme, reviews }, at, { above, sending, faultOf }) => {
    const settings = settingsIn(programme);
    return {
      title: 'What reports find',
      caption: programme.record.name,
      crumbs: crumbsOf(at, programme),
      body: html`${above}${paragraph('What reports find is listed in them, but for what is set here: that is counted in one line, with its reason. ', link(rulesPath, 'The rules of reports'))}
${paragraph(link(`${listPath(at)}/_new`, 'Accept, switch off or limit a finding'))}
${
  settings.length === 0
    ? paragraph('Nothing is set: reports list everything that they find.')
    : html`<form method="post" action="${at.path}" novalidate>${sending}${checkboxes({
        name: 'end',
        label: 'What is set',
        hint: 'Tick what no longer holds, and save',
        values: [],
        fault: faultOf('end'),
        options: settings.map((one, n) => ({
          value: String(n),
          label: `${one.rule}, ${howTaken(one)}, of ${ofReviews(one, reviews)}`,
          hint: [sentenceOfRule(one.rule), one.reason].filter((words) => words !== undefined).join(' Reason: '),
        })),
      })}${buttonGroup(button('Save'), link(setUpPath(programmeIn(at)), 'Cancel'))}</form>`
}`,
    };
  },
  decide: (values, at, { programme }) => {
    const ended = listIn(values, 'end');
    if (ended.length === 0) return { kind: 'faults', faults: new Map([['end', 'tick what no longer holds']]) };
    const left = settingsIn(programme).filter((_, n) => !ended.includes(String(n)));
    return { kind: 'send', sending: sendingOf(at, programme, left) };
  },
  done: (at) => ({
    path: listPath(at),
    notice: 'Saved. Reports of months from then on list again what they find of it.',
  }),
});

const fieldsOfNew = (values: FormValues, { items }: Reviews, faultOf: (name: string) => string | undefined): Html => {
  const field = (name: string) => ({ name, value: valueIn(values, name), fault: faultOf(name) });
  return html`${select({
    ...field('rule'),
    label: 'Rule',
    options: [
      { value: '', label: 'Choose one' },
      ...findingRules.map((id) => ({ value: id, label: `${id}: ${sentenceOfRule(id) ?? ''}` })),
    ],
  })}${select({
    ...field('review'),
    label: 'Review',
    options: [{ value: '', label: 'All reviews' }, ...items.map(({ id, title }) => ({ value: id, label: title }))],
  })}${radios({
    ...field('as'),
    label: 'How reports take it',
    options: [
      {
        value: 'accepted',
        label: ways.accepted,
        reveals: dateInput({
          name: 'until',
          label: 'Until',
          hint: 'The report of a month that ends later finds it again',
          parts: ['day', 'month', 'year'],
          valueOf: (part) => valueIn(values, `until/${part}`),
          fault: faultOf('until'),
        }),
      },
      {
        value: 'from',
        label: ways.from,
        hint: 'Of rules about amounts of money',
        reveals: textInput({ ...field('pounds'), label: 'From which amount', width: 10, prefix: '£', numeric: true }),
      },
      { value: 'off', label: ways.off },
    ],
  })}${textArea({ ...field('reason'), label: 'Reason', hint: 'Reports give it; needed unless it is only from an amount on' })}`;
};

type Read = { readonly setting: FindingSetting } | { readonly faults: ReadonlyMap<string, string> };

/** The setting that the form says, or what is wrong with it. */
const settingOf = (values: FormValues): Read => {
  const [rule, review, as, reason] = ['rule', 'review', 'as', 'reason'].map((name) => valueIn(values, name));
  const faults = new Map<string, string>();
  if (rule === '') faults.set('rule', 'choose one');
  if (as === undefined || !isWay(as)) faults.set('as', 'choose how reports take it');
  if (reason === '' && as !== 'from') faults.set('reason', 'must say why');
  const until = dayOf(values, 'until');
  if (as === 'accepted' && until.kind !== 'value')
    faults.set('until', until.kind === 'fault' ? until.message : 'must be a day');
  const amount = poundsOf(valueIn(values, 'pounds'));
  if (as === 'from' && typeof amount !== 'number') faults.set('pounds', amount ?? 'must be an amount');
  if (as === 'from' && !moneyRules.some((one) => one === rule))
    faults.set('rule', `must be a rule about amounts of money: ${moneyRules.join(', ')}`);
  if (faults.size > 0) return { faults };
  const read = FindingSetting.safeParse({
    as,
    rule,
    ...(review === '' ? {} : { reviews: [review] }),
    ...(reason === '' ? {} : { reason }),
    ...(as === 'accepted' && until.kind === 'value' ? { until: until.value } : {}),
    ...(as === 'from' ? { pounds: amount } : {}),
  });
  return read.success
    ? { setting: read.data }
    : { faults: new Map(read.error.issues.map(({ path, message }) => [String(path[0] ?? 'rule'), message])) };
};

const labels: Readonly<Record<string, string>> = {
  rule: 'Rule',
  review: 'Review',
  as: 'How reports take it',
  until: 'Until',
  pounds: 'From which amount',
  reason: 'Reason',
};

/** Accepts a finding as known, switches its rule off, or limits it to larger amounts. */
export const takeFinding: Screen = formScreen({
  ...ofSettings,
  path: `${programmesPath}/{programmeId}/set-up/findings/_new`,
  start: (_, { query }): FormValues => ({
    rule: query.rule ?? '',
    review: query.review ?? '',
    as: query.rule === undefined ? '' : 'accepted',
  }),
  nameOf: (name) => labels[name] ?? 'What reports find',
  show: ({ programme, reviews }, at, { above, sending, values, faultOf }) => ({
    title: 'Accept, switch off or limit a finding',
    caption: programme.record.name,
    crumbs: [...crumbsOf(at, programme), { text: 'What reports find', to: listPath(at) }],
    body: html`${above}${paragraph('It stays so in the record. Reports count it in one line, with the reason, and no longer list it.')}
<form method="post" action="${at.path}" novalidate>${sending}${fieldsOfNew(values, reviews, faultOf)}
${buttonGroup(button('Save'), link(listPath(at), 'Cancel'))}</form>`,
  }),
  decide: (values, at, { programme }) => {
    const read = settingOf(values);
    return 'faults' in read
      ? { kind: 'faults', faults: read.faults }
      : { kind: 'send', sending: sendingOf(at, programme, [...settingsIn(programme), read.setting]) };
  },
  done: (at) => ({ path: listPath(at), notice: 'Saved. Drafts and reports of months that it holds in show it.' }),
});
