import { pagesPath } from '#schemas/page-routes.ts';

const id = '[a-z0-9]+(?:-[a-z0-9]+)*';
const pattern = new RegExp(`^#/(${id})(?:/(\\d{4}-(?:0[1-9]|1[0-2])|latest)(/public)?)?/?$`);

/**
 * Where a link of 0.2.0 leads, whose page named a programme or a report behind the #: `#/facing-the-challenge/2014-04/public`. Undefined
 * where it is none.
 */
export const pageOfOldLink = (hash: string): string | undefined => {
  const [, programme, month, view] = pattern.exec(hash) ?? [];
  if (programme === undefined) return undefined;
  const reports = `${pagesPath}/programmes/${programme}/reports`;
  return month === undefined || month === 'latest'
    ? reports
    : `${reports}/${month}${view === undefined ? '' : '?view=public'}`;
};
