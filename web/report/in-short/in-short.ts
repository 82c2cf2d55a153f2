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
export const inShort = (content: Content, lengths: Lengths = atFullLength): readonly Asked[] => [
  { question: 'Are we on track?', ...onTrack(content) },
  { question: 'What must we decide?', ...toDecide(content, lengths) },
  { question: 'How much is saved this year?', ...saved(content) },
  { question: 'Will we make it?', ...willBeMade(content) },
  { question: 'What is in trouble, and why?', ...inTrouble(content, lengths) },
  { question: 'What does assurance say?', ...assuranceSays(content, lengths) },
  { question: 'What changed?', ...whatChanged(content, lengths) },
  { question: 'What is done about the top risk?', ...topRisk(content, lengths) },
];
