import { html, trusted } from './html.ts';

export interface FrontPageConfiguration {
  /** The OpenID Connect issuer: its discovery document stands at `/.well-known/openid-configuration` under it. */
  readonly issuer: string;
  readonly clientId: string;
  /** What the page calls itself. */
  readonly apiName: string;
  /** What is asked of the issuer; `openid profile` unless said. */
  readonly scope?: string;
}

/** JSON that can stand inside a script element: no `<` can end it early. */
const insideScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The way in for a person: a static page that holds no token and no data. Its script is `/assets/app.js`, which reads the
 * configuration from the element `configuration`; a strict content security policy holds for it.
 */
export const frontPage = (configuration: FrontPageConfiguration): string =>
  html`${trusted('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${configuration.apiName}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/app.css">
<script type="application/json" id="configuration">${trusted(insideScript(configuration))}</script>
<script type="module" src="/assets/app.js"></script>
</head>
<body>
<a class="skip" href="#content" id="skip">Skip to the content</a>
<header class="top"><a class="name" href="#/">${configuration.apiName}</a><div id="person"></div></header>
<p id="status" role="status" aria-live="polite"></p>
<main id="content" tabindex="-1"><noscript><p>This page needs JavaScript to sign you in. The board report itself does not: any client can pull it with a token.</p></noscript></main>
</body>
</html>
`.toString();
