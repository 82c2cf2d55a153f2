import { Button, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink } from 'govuk-frontend';
import { pagesPath } from '#schemas/page-routes.ts';
import { pageOfOldLink } from './old-links.ts';
import { followTotals } from './totals.ts';

/*
 * Makes the pages nicer where script runs; every page works without it.
 */

const components = [Button, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink];

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const Component of components)
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) new Component(element);
for (const table of document.querySelectorAll('[data-module="tracker-totals"]')) followTotals(table);

const oldLink = location.pathname === pagesPath ? pageOfOldLink(location.hash) : undefined;
if (oldLink !== undefined) location.replace(oldLink);

// What is recorded by parts goes on by itself.
const goesOn = document.querySelector<HTMLFormElement>('form[data-goes-on]');
if (goesOn !== null) setTimeout(() => goesOn.requestSubmit(), Number(goesOn.dataset.goesOn));
