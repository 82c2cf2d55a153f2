import { createHash } from 'node:crypto';
import { everyRole } from '#schemas/people.ts';
import { type Html, html, trusted } from '#web/html.ts';
import { roleWords } from '#web/role-words.ts';
import type { LocalAnswer } from './local-answer.ts';
import { defaultOrganisation } from './local-person.ts';

const style = `
body { font: 1.1875rem/1.5 "Noto Sans", Arial, sans-serif; color: #0b0c0c; background: #fff; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 2rem; line-height: 1.2; }
.local { border-left: 0.6rem solid #1d70b8; padding: 0.5rem 1rem; background: #f0f4f8; }
fieldset { border: 0; padding: 0; margin: 1.5rem 0; }
legend, .ask { font-weight: 700; display: block; margin-bottom: 0.5rem; }
.role { display: grid; grid-template-columns: 2rem 1fr; margin: 0.6rem 0; }
.role input { width: 1.4rem; height: 1.4rem; margin-top: 0.2rem; }
.hint { color: #484949; display: block; }
input[type=text] { font: inherit; width: 100%; box-sizing: border-box; padding: 0.4rem; border: 2px solid #0b0c0c; }
button { font: inherit; font-weight: 700; color: #fff; background: #00703c; border: 0; padding: 0.6rem 1.2rem; cursor: pointer; }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; box-shadow: 0 0 0 3px #fd0; }
.fault { border: 4px solid #ca3535; padding: 0.5rem 1rem; }
`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const page = (status: number, title: string, main: Html): LocalAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body: html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`.toString(),
});

/** The parameters of a request to authorise, which the form sends on. */
export type AuthorisationParams = Readonly<Record<string, string>>;

/** The sign-in form: six roles, a name, no password. */
export const signInPage = (action: string, params: AuthorisationParams, fault?: string): LocalAnswer =>
  page(
    fault === undefined ? 200 : 400,
    `${fault === undefined ? '' : 'Not signed in: '}Sign in to the tracker (local only)`,
    html`<h1>Sign in to the tracker</h1>
<p class="local"><strong>Local only.</strong> This page stands in for your council's sign-in while the tracker runs on
one machine. It asks for no password and knows no users: you are whoever you say you are.</p>
${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
<form method="post" action="${action}">
${Object.entries(params).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<fieldset>
<legend>Which role do you hold?</legend>
${everyRole.map(
  (role) => html`<div class="role">
<input type="radio" id="role-${role}" name="role" value="${role}" required${role === 'board' && trusted(' checked')}>
<label for="role-${role}">${roleWords[role].title}<span class="hint">${roleWords[role].does}</span></label>
</div>
`,
)}</fieldset>
<p><label class="ask" for="name">Your name</label>
<span class="hint" id="name-hint">Leave it empty to be called by your role. The name, written anna-green, is who you are in the records.</span>
<input type="text" id="name" name="name" autocomplete="name" maxlength="200" aria-describedby="name-hint"></p>
<p><label class="ask" for="organisation">Your organisation</label>
<span class="hint" id="organisation-hint">The sample programmes belong to ${defaultOrganisation}.</span>
<input type="text" id="organisation" name="organisation" value="${defaultOrganisation}" maxlength="128" required aria-describedby="organisation-hint"></p>
<p><button type="submit">Sign in</button></p>
</form>`,
  );

/** Where the application's request cannot be trusted enough to send anybody back to it. */
export const refusedPage = (why: string): LocalAnswer =>
  page(
    400,
    'This sign-in cannot go on (local only)',
    html`<h1>This sign-in cannot go on</h1>
<p class="fault" role="alert">${why}</p>
<p>Go back to the tracker's own page and sign in from there.</p>`,
  );
