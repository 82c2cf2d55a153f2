import { counted, shareInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { html } from '#web/html.ts';
import { count, share } from '#web/report/fact.ts';
import { none, tally } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';

/** The market: what was asked, how many answered, and how far the counts can be taken. */
export const engagementPage: RegisterPage<ReportContent['engagement']> = {
  section: { id: 'engagement', title: 'Market engagement' },
  body: (market) => [
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
    market.statedOnly.responses + market.statedOnly.organisations + market.statedOnly.invitedIn > 0 &&
      html`<p>Source of the counts without names: ${market.statedOnly.sources.rows.length === 0 ? 'not stated' : market.statedOnly.sources.rows.join('; ')}.</p>`,
  ],
  facts: (market) => [
    count('Market engagement', 'Responses', market.responses),
    count('Market engagement', 'Distinct organisations', market.organisations),
    count('Market engagement', 'Invited in', market.invitedIn),
    share('Market engagement', 'Reviews engaged', market.reviewsEngaged),
  ],
};
