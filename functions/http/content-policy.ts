import { createHash } from 'node:crypto';
import { reportStyle } from '#web/report-page.ts';

const styleHash = `'sha256-${createHash('sha256').update(reportStyle()).digest('base64')}'`;

/** A report is a document with one style of its own: no script, nothing from elsewhere. */
export const reportPolicy = `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
