import { createHash } from 'node:crypto';
import { reportStyle } from '#web/report-page.ts';

const styleHash = `'sha256-${createHash('sha256').update(reportStyle()).digest('base64')}'`;

/** A report is a document with one style of its own: no script, nothing from elsewhere. */
export const reportPolicy = `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** The headers of a format besides those of its file: a page has a policy. */
export const headersOfPage = (type: string): Readonly<Record<string, string>> =>
  type === 'text/html' ? { 'content-security-policy': reportPolicy } : {};
