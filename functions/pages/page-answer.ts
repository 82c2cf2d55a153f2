import { documentOf, type Frame } from '#web/pages/layout.ts';
import type { Page, Reply } from '#web/pages/screen.ts';
import type { HttpAnswer } from '../http/problem.ts';

export interface PageAnswer extends HttpAnswer {
  readonly cookies?: readonly string[];
}

/** What a page may load and where its forms may go: to the service itself and, on the way in and out, to the issuer. */
export const contentPolicy = (issuerOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${issuerOrigins.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const pageAnswer = (
  status: number,
  page: Page,
  frame: Frame,
  policy: string,
  cookies: readonly string[] = [],
): PageAnswer => ({
  statusCode: status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
    // A form that is sent without a referrer has no origin either, and could not be recognised as ours.
    'referrer-policy': 'same-origin',
  },
  body: documentOf(page, frame),
  ...(cookies.length === 0 ? {} : { cookies }),
});

export const redirect = (to: string, cookies: readonly string[] = []): PageAnswer => ({
  statusCode: 303,
  headers: { location: to, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  body: '',
  ...(cookies.length === 0 ? {} : { cookies }),
});

/** A file to keep; its name is made by a screen and holds no quotation marks. */
export const fileAnswer = ({ name, type, body, isBase64 }: Extract<Reply, { kind: 'file' }>): PageAnswer => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  },
  body,
  ...(isBase64 ? { isBase64Encoded: true } : {}),
});
