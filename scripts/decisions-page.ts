import { table } from './markdown.ts';

/*
 * The list of the decisions in docs/adr, made from their files: each has its number and title in its heading, what holds of it now
 * below that where a later one changed it, and what was decided after `## Decision` or `**Decision.**`.
 */

export interface DecisionFile {
  readonly name: string;
  readonly text: string;
}

interface Decision {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  /** What stands between the heading and the first section. */
  readonly lead: string;
  readonly decided: string;
}

const onOneLine = (text: string): string => text.replaceAll(/^> ?/gm, '').replaceAll(/\s+/g, ' ').trim();

const decision = /(?:^|\n)(?:## (?:Decision|What was decided)\n|\*\*(?:Decision|Chosen)\.\*\*)/;

/** The first sentence of what was decided; of the first point, where it is a list. */
const firstSentence = (text: string): string => {
  const [, after = ''] = text.split(decision);
  const [paragraph = ''] = after.trim().split('\n\n');
  const [first = ''] = paragraph.replace(/^(?:-|\d+\.) /, '').split(/\n(?:-|\d+\.) /);
  if (first.startsWith('|')) return '';
  const line = onOneLine(first);
  const [sentence = line] = /^.*?\.(?:\*\*)?(?= [A-Z`*"]|$)/.exec(line) ?? [];
  return sentence.replace(/:$/, '.');
};

const decisionIn = ({ name, text }: DecisionFile): Decision => {
  const [, title = name] = /^# \d+[.:]? (.*)$/m.exec(text) ?? [];
  const [beforeSections = ''] = text.split('\n## ');
  const lead = beforeSections.split('\n').slice(1).join('\n').trim();
  return {
    number: Number.parseInt(name, 10),
    name,
    title,
    lead: lead.startsWith('**') ? '' : onOneLine(lead),
    decided: firstSentence(text),
  };
};

const numbersIn = (lead: string): readonly number[] =>
  [...lead.matchAll(/\((\d{4})-[a-z0-9-]+\.md\)/g)].map(([, number]) => Number(number));

const takesPlace = /^(?:Supersedes|Takes the place of|Puts .* in the place of) /;

/** What a decision's own lead says of later ones, and those whose lead says that they took the place of some of it. */
const sinceThen = (decision: Decision, all: readonly Decision[]): string => {
  const named = numbersIn(decision.lead);
  const own = named.some((number) => number > decision.number) ? [decision.lead] : [];
  const later = all
    .filter(({ number, lead }) => takesPlace.test(lead) && !named.includes(number))
    .filter(({ lead }) => numbersIn(lead).includes(decision.number))
    .map(({ number, name }) => `[${number}](${name})`);
  return [...own, ...(later.length === 0 ? [] : [`In part superseded by ${later.join(' and ')}.`])].join(' ');
};

/** The parts of docs/adr/README.md. */
export const decisionsPage = (files: readonly DecisionFile[]): readonly string[] => {
  const all = files.map(decisionIn).sort((a, b) => a.number - b.number);
  return [
    'What two engineers would have answered differently: each file has the decision, its context, the positions with their costs, and the consequences. Here stands its first sentence alone. A number that is missing is not used again.',
    table(
      ['No.', 'Decision', 'What was decided', 'Since then'],
      all.map((one) => [`${one.number}`, `[${one.title}](${one.name})`, one.decided, sinceThen(one, all)]),
    ),
  ];
};
