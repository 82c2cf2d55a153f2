import { pagesPath } from '#schemas/page-routes.ts';
import { everyRole, type PersonRole } from '#schemas/people.ts';
import type { PersonToTry } from '#schemas/person-to-try.ts';
import { button, buttonLink, heading2, insetText, paragraph } from '../design/blocks.ts';
import { hidden } from '../design/input.ts';
import { type Html, html } from '../html.ts';
import { roleWords } from '../role-words.ts';
import { signInAddress } from './layout.ts';
import type { Page } from './screen.ts';

/* What whoever has not signed in is shown: what the service is for, and what each role does in it. */

const goIn = ({ role, name, waits }: PersonToTry): Html =>
  html`<p class="govuk-body">Waits in the sample programme: ${waits}.</p><form method="get" action="${pagesPath}/sign-in">${hidden('as', role)}${button(`Go in as ${name}`, { kind: 'secondary' })}</form>`;

const roleItem = (role: PersonRole, person: PersonToTry | undefined): Html => {
  const { title, does, findsFirst } = roleWords[role];
  return html`<li class="tracker-role"><h3 class="govuk-heading-s">${title}</h3><p class="govuk-body">${does}</p><p class="govuk-body">First page: ${findsFirst}.</p>${person !== undefined && goIn(person)}</li>
`;
};

/** @param to where the sign-in leads to */
export const startPage = (to: string, people: readonly PersonToTry[]): Page => ({
  title: 'Sign in to the transformation tracker',
  crumbs: [],
  body: html`${paragraph('Use this service to record and report your council’s transformation programmes. Each month the team records, owners confirm, finance validates, the programme office publishes, and the board reads one report that adds up.')}
${people.length > 0 && insetText('This tracker runs on your own machine, with sample programmes in it. Go in as one of the people below, without a password, or sign in under a name of your own.')}
${buttonLink(signInAddress(to), people.length > 0 ? 'Sign in under a name of your own' : 'Sign in')}
${heading2('What each role does here')}
<ul class="tracker-roles">
${everyRole.map((role) =>
  roleItem(
    role,
    people.find((person) => person.role === role),
  ),
)}</ul>`,
});
