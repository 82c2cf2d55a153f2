import { pagesPath } from '#schemas/page-routes.ts';
import { bulletList, button, buttonLink, paragraph } from '../design/blocks.ts';
import { hidden } from '../design/input.ts';
import type { FormValues } from '../forms/form-values.ts';
import { html } from '../html.ts';
import { signInAddress } from './layout.ts';
import { programmesPath, yourWorkPath } from './paths.ts';
import type { ProblemAnswer } from './question.ts';
import type { Page } from './screen.ts';

/*
 * Pages that ask the API nothing: the way in and out, and what is said where a page cannot be shown.
 */

export const signedOutPage: Page = {
  title: 'You have signed out',
  crumbs: [],
  body: html`${buttonLink(signInAddress(yourWorkPath), 'Sign in again')}`,
};

export const signInFailedPage: Page = {
  title: 'You are not signed in',
  crumbs: [],
  body: html`${paragraph('The sign-in did not come back complete, or was begun in another window. Nothing was changed.')}
${paragraph('If it happens again, check that your browser keeps the cookies of this service: without them it cannot know you.')}
${buttonLink(signInAddress(yourWorkPath), 'Sign in')}`,
};

export const noRolePage: Page = {
  title: 'You have no role in this service yet',
  crumbs: [],
  body: html`${paragraph('You signed in, but your account names no role or no organisation that this service knows. Ask whoever looks after the service at your council to give you one, then sign in again.')}
${buttonLink(signInAddress(yourWorkPath), 'Sign in again')}`,
};

export const notFoundPage: Page = {
  title: 'Page not found',
  crumbs: [],
  body: html`${paragraph('If you typed the web address, check that it is correct. If you followed a link, what it leads to may have another name now.')}
${paragraph(html`<a class="govuk-link" href="${programmesPath}">See all programmes</a>`)}`,
};

export const otherSitePage: Page = {
  title: 'This did not come from a page of this service',
  crumbs: [],
  body: html`${paragraph('Nothing was changed. Open the page in this service and try again.')}
${paragraph(html`<a class="govuk-link" href="${pagesPath}">Your work</a>`)}`,
};

/** What was filled in goes along, so that it can be sent again as it was. */
const tryAgain = (path: string, sent: FormValues | undefined) =>
  sent === undefined
    ? buttonLink(path, 'Try again')
    : html`${paragraph('What you filled in is kept on this page.')}<form method="post" action="${path}">${hiddenFields(sent)}${button('Try again')}</form>`;

const hiddenFields = (sent: FormValues) => Object.entries(sent).map(([name, value]) => hidden(name, value));

/** Somebody signed out, perhaps on another page, and sends what they filled in before: it stays on this page until they are back. */
export const signedOutMeanwhilePage = (path: string, sent: FormValues): Page => ({
  title: 'You are signed out, and this was not saved',
  crumbs: [],
  body: html`${paragraph('What you filled in is kept on this page. Leave it open, sign in again, come back to it and go on.')}
${paragraph(html`<a class="govuk-link" href="${signInAddress(yourWorkPath)}" target="_blank" rel="noopener noreferrer">Sign in (opens in a new tab)</a>`)}
<form method="post" action="${path}">${hiddenFields(sent)}${button('Go on with what you filled in')}</form>`,
});

const mayPass = ({ status }: ProblemAnswer): boolean => status === 429 || status >= 500;

/** The API refused what a page needs. */
export const problemPage = (problem: ProblemAnswer, path: string, sent: FormValues | undefined): Page => ({
  title: problem.title,
  crumbs: [],
  body: html`${problem.detail !== '' && paragraph(problem.detail)}
${problem.faults.length > 0 && bulletList(problem.faults.map(({ message }) => message))}
${problem.status >= 500 && problem.instance !== undefined && paragraph('Reference for your support team: ', problem.instance.split(':').at(-1))}
${mayPass(problem) ? tryAgain(path, sent) : paragraph(html`<a class="govuk-link" href="${yourWorkPath}">Your work</a>`)}`,
});
