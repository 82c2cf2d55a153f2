import { accessibilityPath, pagesPath } from '#schemas/page-routes.ts';
import { isForPractice } from '#schemas/practice.ts';
import { type Notice, successBanner } from '../design/blocks.ts';
import { errorSummary } from '../design/error-summary.ts';
import { hidden } from '../design/input.ts';
import { formToken } from '../forms/form-values.ts';
import { type Html, html, trusted } from '../html.ts';
import { peoplePath, programmePath, programmesPath, reportsPath, reviewsPath, yourWorkPath } from './paths.ts';
import { readersOfPeople } from './people/people.ts';
import { type Crumb, may, type Page, type Viewer } from './screen.ts';

export const serviceName = 'Transformation tracker';

/** The frame of a page. */
export interface Frame {
  /** Who is signed in; undefined where nobody is. */
  readonly viewer: Viewer | undefined;
  readonly path: string;
  readonly token: string;
  /** The programme that the page is about. */
  readonly programme: string | undefined;
  readonly notice: Notice | undefined;
  /** The addresses of the style and the script. */
  readonly style: string;
  readonly script: string;
}

interface NavigationItem {
  readonly text: string;
  readonly to: string;
}

const navigationOf = ({ programme, viewer }: Frame): readonly NavigationItem[] => [
  { text: 'Your work', to: yourWorkPath },
  { text: 'Programmes', to: programmesPath },
  ...(viewer !== undefined && may(viewer, readersOfPeople) ? [{ text: 'People', to: peoplePath }] : []),
  ...(programme === undefined
    ? []
    : [
        { text: 'Programme today', to: programmePath(programme) },
        { text: 'Reviews', to: reviewsPath(programme) },
        { text: 'Reports', to: reportsPath(programme) },
      ]),
];

/** The item whose address the page's begins with, the longest of them. */
const currentOf = (items: readonly NavigationItem[], path: string): string | undefined =>
  items
    .filter(({ to }) => path === to || (to !== pagesPath && path.startsWith(`${to}/`)))
    .toSorted((one, other) => other.to.length - one.to.length)[0]?.to;

const navigation = (frame: Frame): Html => {
  const items = navigationOf(frame);
  const current = currentOf(items, frame.path);
  return html`<nav aria-label="Menu" class="govuk-service-navigation__wrapper"><button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="navigation" hidden aria-hidden="true">Menu</button>
<ul class="govuk-service-navigation__list" id="navigation">${items.map(
    ({ text, to }) =>
      html`<li class="govuk-service-navigation__item${to === current && ' govuk-service-navigation__item--active'}"><a class="govuk-service-navigation__link" href="${to}"${to === current && html` aria-current="${to === frame.path ? 'page' : 'true'}"`}>${to === current ? html`<strong class="govuk-service-navigation__active-fallback">${text}</strong>` : text}</a></li>`,
  )}</ul></nav>`;
};

const person = ({ viewer, token }: Frame): Html | false =>
  viewer !== undefined &&
  html`<div class="tracker-person"><span class="govuk-body-s">Signed in as ${viewer.name}</span><form method="post" action="${pagesPath}/sign-out">${hidden(formToken, token)}<button type="submit" class="tracker-link-button">Sign out</button></form></div>`;

const isOfPractice = ({ programme }: Frame): boolean => programme !== undefined && isForPractice(programme);

/** Stands on every page of a programme in which people practise. */
const practiceMark = (frame: Frame): Html | false =>
  isOfPractice(frame) &&
  html`<section class="govuk-phase-banner" aria-label="Practice programme"><p class="govuk-phase-banner__content"><strong class="govuk-tag govuk-tag--yellow govuk-phase-banner__content__tag">Practice</strong><span class="govuk-phase-banner__text">You are in a practice programme: what you record here is in no other programme’s figures.</span></p></section>
`;

const crumbs = (list: readonly Crumb[]): Html | false =>
  list.length > 0 &&
  html`<nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Breadcrumb"><ol class="govuk-breadcrumbs__list">${list.map(({ text, to }) => html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${to}">${text}</a></li>`)}</ol></nav>`;

/** A whole document. Its title begins with "Error:" where something is wrong with what was filled in. */
export const documentOf = (page: Page, frame: Frame): string => {
  const faults = page.faults ?? [];
  return html`${trusted('<!doctype html>')}
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="same-origin">
<title>${faults.length > 0 && 'Error: '}${page.title} - ${isOfPractice(frame) && 'Practice - '}${serviceName}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${frame.style}">
<script type="module" src="${frame.script}"></script>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="govuk-template__header"><div class="govuk-generic-header"><div class="govuk-generic-header__container govuk-width-container"><div class="govuk-generic-header__logo"><a href="${yourWorkPath}" class="govuk-generic-header__homepage-link">${serviceName}</a></div>${person(frame)}</div></div>
${frame.viewer !== undefined && html`<div class="govuk-service-navigation" data-module="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container">${navigation(frame)}</div></div></div>`}</header>
<div class="govuk-width-container">
${practiceMark(frame)}${crumbs(page.crumbs)}
<main class="govuk-main-wrapper" id="main-content" tabindex="-1">
${errorSummary(faults)}${frame.notice !== undefined && successBanner(frame.notice)}
${page.caption !== undefined && html`<span class="govuk-caption-l">${page.caption}</span>`}
<h1 class="govuk-heading-l">${page.title}</h1>
${page.body}
</main>
</div>
<footer class="govuk-template__footer"><div class="govuk-footer"><div class="govuk-width-container"><h2 class="govuk-visually-hidden">Support links</h2><ul class="govuk-footer__inline-list"><li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${accessibilityPath}">Accessibility statement</a></li></ul></div></div></footer>
</body>
</html>
`.toString();
};

/** Where signing in begins, and where it leads to. */
export const signInAddress = (to: string): string => `${pagesPath}/sign-in?to=${encodeURIComponent(to)}`;
