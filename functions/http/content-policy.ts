import { createHash } from 'node:crypto';
import { reportStyle } from '#web/report-page.ts';

const styleHash = `'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'`;

/** A report is a document with one style of its own: no script, nothing from elsewhere. */
export const reportPolicy = `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** The page signs in at the issuer, talks to this API and shows reports in a frame of its own. */
export const pagePolicy = (issuerOrigins: readonly string[]): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' ${styleHash}; connect-src 'self' ${issuerOrigins.join(' ')}; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
