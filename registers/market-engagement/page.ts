import { counted, shareInWords } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { none, section, tally } from '#web/report/layout.ts';

/** The market: what was asked, how many answered, and how far the counts can be taken. */
export const engagement = ({ content: { engagement: market } }: Report): Html => {
  const stated = market.statedOnly;
  return section(
    'engagement',
    'Market engagement',
    market.engagements === 0
      ? none('No market engagement is recorded.')
      : tally([
          { value: market.responses, label: 'responses' },
          { value: market.organisations, label: 'distinct organisations' },
          { value: market.invitedIn, label: 'invited in' },
          { value: market.engagements, label: 'engagements' },
        ]),
    html`<p>Reviews with an engagement of their own: ${shareInWords(market.reviewsEngaged)}. For the whole programme: ${counted(market.programmeWide, 'engagement')}. Decided not to engage: ${counted(market.decidedNotTo, 'review')}.</p>`,
    market.notes.length > 0 && html`<ul>${market.notes.map((note) => html`<li>${note}</li>`)}</ul>`,
    stated.responses + stated.organisations + stated.invitedIn > 0 &&
      html`<p>Source of the counts without names: ${stated.sources.length === 0 ? 'not stated' : stated.sources.join('; ')}.</p>`,
  );
};
