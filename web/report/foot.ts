import { dateInWords, monthInWords, withFullStop } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { type DraftShown, draftInWords, isDraft, type ReportShown } from './report-shown.ts';

/** The title of the foot: a draft is not verified. */
export const footTitle = (report: ReportShown): string => (isDraft(report) ? 'About this draft' : 'How to verify');

const footOfDraft = (report: DraftShown): Html => html`<footer id="foot" aria-labelledby="foot-title">
<h2 id="foot-title">${footTitle(report)}</h2>
<p><strong>DRAFT.</strong> ${withFullStop(draftInWords(report))} It is made by rule set <code>${report.content.ruleSet}</code> from what was recorded then, and nothing seals it.</p>
<dl class="digests">
<div><dt>Digest of the draft</dt><dd><code>${report.draft.digest}</code></dd></div>
</dl>
<p>Whoever publishes the month may name that digest: then nothing but what this draft says is published.</p>
</footer>
`;

const footOfPublished = ({
  content,
  publication,
  view,
}: Report): Html => html`<footer id="foot" aria-labelledby="foot-title">
<h2 id="foot-title">How to verify this report</h2>
<dl class="digests">
<div><dt>Content digest${view !== undefined && ', full view'}</dt><dd><code>${publication.contentDigest}</code></dd></div>
${
  publication.publicView !== undefined &&
  html`<div><dt>Content digest, public view</dt><dd><code>${publication.publicView.contentDigest}</code></dd></div>`
}
<div><dt>Sealing digest</dt><dd><code>${publication.sealingDigest}</code></dd></div>
<div><dt>Heads root</dt><dd><code>${publication.headsRoot}</code></dd></div>
</dl>
<p>Published ${dateInWords(publication.publishedAt.slice(0, 10))} at ${publication.publishedAt.slice(11, 16)} UTC by run <code>${publication.run}</code>, with rule set <code>${content.ruleSet}</code>. ${
  content.previous === null
    ? 'No report came before it.'
    : html`The report before it, for ${monthInWords(content.previous.month)} (revision ${content.previous.revision}), has the content digest <code>${content.previous.contentDigest}</code>.`
}</p>
<p>The content digest is SHA-256 over the canonical JSON (RFC 8785) of each line of the report, one a review in the order of their ids, with a line feed after it, and then of the report’s content. In place of each text stands its commitment, SHA-256 over a salt of its own and the text, so that nobody can find what is withheld by trying words against the digest. The export of the programme’s record holds lines, content and the salts of what you may read: <code>npm run verify -- export.jsonl --anchor</code> with the sealing digest works all of it out again, and compares. The sealing digest is that of the event which published the report, in the programme’s chain of events. The heads root is the Merkle root of the chain heads from which the report was made. ${publication.publicView !== undefined && 'The public view has a content digest of its own, over what it shows; the event seals both. '}A published report never changes; a correction is a new revision that says why.</p>
</footer>
`;

/** How this report differs from any other, and how to check it. */
export const foot = (report: ReportShown): Html => (isDraft(report) ? footOfDraft(report) : footOfPublished(report));
