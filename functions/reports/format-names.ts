import type { MediaType } from '#schemas/operations.ts';

/** The formats by the endings of their files' names. */
export const formatNames: Partial<Record<MediaType, string>> = {
  'application/json': 'json',
  'text/html': 'html',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/zip': 'zip',
  'application/pdf': 'pdf',
};
