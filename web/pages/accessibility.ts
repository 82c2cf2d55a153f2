import { dateInWords } from '#language/in-words.ts';
import { bulletList, heading2, paragraph } from '../design/blocks.ts';
import { type Html, html } from '../html.ts';
import type { Page } from './screen.ts';

/*
 * The accessibility statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask
 * of a council, after the model of the Government Digital Service.
 */

/** The day on which it was written, and the one on which what it says was last looked at. */
export const statementDates = { prepared: '2026-11-30', reviewed: '2026-11-30' } as const;

/** What is tested, and the file of the tests that do it: a test holds the two together. */
export const whatIsTested: readonly { readonly words: string; readonly by: string }[] = [
  {
    words:
      'with axe-core against WCAG 2.2 A and AA, in windows of 1366, 390 and 320 pixels, the last as wide as a page at 400% zoom',
    by: 'test/e2e/pages-browser.ts',
  },
  { words: 'with a keyboard alone, from the first page to a sign-in', by: 'test/e2e/the-way-in.test.ts' },
  { words: 'without JavaScript: nothing needs it', by: 'test/e2e/pages-for-people.test.ts' },
  {
    words: 'in the colours that somebody has chosen for themselves (forced colours)',
    by: 'test/e2e/accessibility-statement.test.ts',
  },
  { words: 'on paper: a report prints on A4 with nothing cut off', by: 'test/e2e/pages-accessible.test.ts' },
];

const knownFaults = [
  'Radio buttons that open a further question say whether it is open, in an attribute that WAI-ARIA does not allow on them (success criterion 4.1.2). This comes from GOV.UK Frontend, which keeps it on purpose.',
  'Some tables are wider than a narrow window, and scroll sideways within themselves.',
  'The PDF of a report has tags, bookmarks and a title, but was not tested with assistive technology. The same report is a page of this service.',
] as const;

const outside = (to: string, text: string): Html => html`<a class="govuk-link" href="${to}">${text}</a>`;

const contactWords = (contact: string | undefined): Html =>
  contact === undefined
    ? paragraph('Ask whoever looks after the service at your council. They answer how and when they can help.')
    : html`${paragraph('Contact:')}<p class="govuk-body">${contact}</p>`;

/** @param contact whom to write to or call, in the council's own words; undefined where the deployment names nobody */
export const accessibilityStatement = (contact: string | undefined): Page => ({
  title: 'Accessibility statement',
  crumbs: [],
  body: html`${paragraph('This statement is about the pages of this transformation tracker, and about the reports that they give as files. It is run by your council. We want as many people as possible to be able to use it. You should be able to:')}
${bulletList([
  'change colours, contrast levels and fonts in your browser or device',
  'zoom in up to 400% without the text spilling off the screen',
  'use it with a keyboard alone',
  'use it without JavaScript',
  'read each picture as a table as well',
])}
${heading2('How accessible it is')}
${paragraph('It is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because of what is listed here:')}
${bulletList(knownFaults)}
${paragraph('What we do not know: nobody who uses a screen reader, speech recognition or a magnifier has tested it with us yet. Automatic tests find only some of the faults that people meet.')}
${heading2('If you need something in another form, or find a fault')}
${contactWords(contact)}
${heading2('If you are not happy with the answer')}
${paragraph('The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how your complaint was answered, ', outside('https://www.equalityadvisoryservice.com/', 'contact the Equality Advisory and Support Service'), '. In Northern Ireland, ', outside('https://www.equalityni.org/', 'contact the Equality Commission for Northern Ireland'), '.')}
${heading2('How it is tested')}
${paragraph('Each change of the service is tested in a browser before it is released:')}
${bulletList(whatIsTested.map(({ words }) => words))}
${heading2('What is done about it')}
${paragraph('A fault that a test finds is put right before the release. Tests with people who use assistive technology are to be made by each council with its own staff; what they find belongs in this list.')}
${heading2('When this statement was written')}
${paragraph(`It was prepared on ${dateInWords(statementDates.prepared)}, and last reviewed on ${dateInWords(statementDates.reviewed)}. It rests on the tests named above.`)}`,
});
