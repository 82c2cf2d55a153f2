import { dateInWords } from '#language/in-words.ts';
import { BusinessCaseFacts, OutcomeName } from '#registers/business-case/record.ts';
import { labelOf } from '#schemas/choices.ts';
import { bulletList, heading2, inLines, paragraph, tag } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import type { Entry } from '../registers/register-at.ts';

/** The outcome of a business case that holds, with its conditions; nothing where nobody has decided. */
export const outcomeShown = ({ facts, version }: Entry): Html | false => {
  const outcome = BusinessCaseFacts.safeParse(facts).data?.outcomes.at(-1);
  if (outcome === undefined) return false;
  const { body, on, reference, reason, conditions, ofVersion } = outcome;
  const open = conditions.filter(({ status }) => status === 'open');
  return html`${heading2('Outcome')}
${paragraph(html`${tag(labelOf(OutcomeName, outcome.outcome), 'blue')} by ${body} on ${dateInWords(on)}${reference !== undefined && `, ${reference}`}${ofVersion < version && `, on version ${ofVersion} of the case, which was changed since`}`)}
${reason !== undefined && paragraph(inLines(reason))}
${conditions.length > 0 && paragraph(open.length === 0 ? 'No condition is open.' : 'Conditions that are open:')}
${open.length > 0 && bulletList(open.map(({ text, owner, dueOn }) => `${text}: ${owner}, by ${dateInWords(dueOn)}`))}`;
};
