import { type Answer, atFullLength, type Content, type Lengths } from './answer.ts';
import { whatChanged } from './changed.ts';
import { assuranceSays, inTrouble, onTrack } from './confidence.ts';
import { toDecide } from './decisions.ts';
import { saved, willBeMade } from './money.ts';
import { topRisk } from './top-risk.ts';

export interface Asked extends Answer {
  readonly question: string;
}

/** The eight questions that a board asks of a month, each with its answer. */
export const answersTo = (content: Content, lengths: Lengths = atFullLength) =>
  ({
    onTrack: { question: 'Are we on track?', ...onTrack(content, lengths) },
    toDecide: { question: 'What must we decide?', ...toDecide(content, lengths) },
    inTrouble: { question: 'What is in trouble, and why?', ...inTrouble(content, lengths) },
    assurance: { question: 'What does assurance say?', ...assuranceSays(content, lengths) },
    changed: { question: 'What changed?', ...whatChanged(content, lengths) },
    saved: { question: 'How much is saved this year?', ...saved(content) },
    willBeMade: { question: 'Will we make it?', ...willBeMade(content) },
    topRisk: { question: 'What is done about the top risk?', ...topRisk(content, lengths) },
  }) satisfies Readonly<Record<string, Asked>>;

/** The same in their order. */
export const inShort = (content: Content): readonly Asked[] => Object.values(answersTo(content));
