import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { tableClient } from '#store/table/client.ts';
import { getReport } from '../api/get-report.ts';
import { getReportFigure } from '../api/get-report-figure.ts';
import { getReportFigures } from '../api/get-report-figures.ts';
import { getReportLines } from '../api/get-report-lines.ts';
import { getSpanReport } from '../api/get-span-report.ts';
import type { ReadsReports } from '../http/call.ts';
import { claimNamesFrom, claimsShape, readEnvironment } from '../http/environment.ts';
import { httpApi } from '../http/http-api.ts';
import { limitFrom, limitShape } from '../http/rate-limit.ts';
import { StaleReportCache } from '../http/stale-report-cache.ts';

/** Reads published reports and nothing else: its grant is held to their partitions. */
const environment = readEnvironment({
  ...claimsShape,
  ...limitShape,
  TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.string().optional(),
  /** The folder of the fonts of files: next to the bundle, where Lambda puts that, unless said. */
  FONTS: z.string().min(1).default('/var/task/fonts'),
});

/** A year of a council's packs in a few formats; a function of this size has some 900 MB to spare. */
const mostBytes = 16 * 1024 * 1024;

export const handler = httpApi<ReadsReports>(
  {
    host: 'board',
    claims: claimNamesFrom(environment),
    limit: limitFrom(environment),
    now: () => new Date().toISOString(),
    deps: {
      table: tableClient({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
      fonts: pathToFileURL(`${environment.FONTS}/`),
      loadWriters: () => import('../files/writers.ts'),
      loadPaper: () => import('../files/paper.ts'),
    },
    served: new StaleReportCache({ operations: getReport.map(({ operation }) => operation), mostBytes }),
  },
  [getReport, getReportLines, getReportFigures, getReportFigure, getSpanReport],
);
