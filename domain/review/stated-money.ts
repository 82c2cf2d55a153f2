import { counted, figureInWords, listed } from '#language/in-words.ts';
import { saysOf } from '#registers/cost-or-benefit/approved-case.ts';
import { against, type Finding, type GateEvidence, lacking, met } from './gate-rule.ts';

/** What is stated of the cost, or of the benefit: in the review's own record or, where that has none, in the register, entry by entry. */
const statedOf = (
  { record, position }: GateEvidence,
  type: 'cost' | 'benefit',
): { readonly stated: string | null; readonly unstated: readonly string[] } => {
  const own = record.costAndBenefit?.[type];
  if (own !== undefined && own.kind !== 'not-stated') return { stated: figureInWords(own), unstated: [] };
  const entries = position.costsAndBenefits.filter((one) => one.type === type);
  const unstated = entries.filter((one) => !saysOf(one)).map(({ title }) => `"${title}"`);
  if (entries.length === 0) return { stated: null, unstated: own === undefined ? [] : [type] };
  return { stated: `stated of ${counted(entries.length, 'entry', 'entries')}`, unstated };
};

/** Cost and benefit are stated, each entry of the register too: a figure, non-financial in words, or why it is to be confirmed. */
export const costAndBenefitStated = (evidence: GateEvidence): Finding => {
  const [cost, benefit] = [statedOf(evidence, 'cost'), statedOf(evidence, 'benefit')];
  const unstated = [...cost.unstated, ...benefit.unstated];
  if (unstated.length > 0) return against(`Not stated: ${listed(unstated)}.`);
  if (cost.stated !== null && benefit.stated !== null) return met(`Cost ${cost.stated}; benefit ${benefit.stated}.`);
  const absent = [...(cost.stated === null ? ['cost'] : []), ...(benefit.stated === null ? ['benefit'] : [])];
  return lacking(`Nothing is recorded of ${listed(absent)}.`);
};
