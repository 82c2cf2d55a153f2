/** Where in the page somebody is; the address after the `#` says it, so that a link leads there. */
export type ChainRef =
  | { readonly at: 'programmes' }
  | { readonly at: 'months'; readonly programme: string }
  | { readonly at: 'report'; readonly programme: string; readonly month: string; readonly publicView: boolean }
  | { readonly at: 'nowhere' };

const id = '[a-z0-9]+(?:-[a-z0-9]+)*';
const months = new RegExp(`^#/(${id})/?$`);
const report = new RegExp(`^#/(${id})/(\\d{4}-(?:0[1-9]|1[0-2])|latest)(/public)?$`);

/**
 * `#/` the programmes, `#/facing-the-challenge` its months, `#/facing-the-challenge/2014-04` or `/latest` a report, and
 * with `/public` after it what the council may publish of it.
 */
export const chainRefIn = (hash: string): ChainRef => {
  if (hash === '' || hash === '#' || hash === '#/') return { at: 'programmes' };
  const [, programmeOfReport, month, view] = report.exec(hash) ?? [];
  if (programmeOfReport !== undefined && month !== undefined)
    return { at: 'report', programme: programmeOfReport, month, publicView: view !== undefined };
  const [, programme] = months.exec(hash) ?? [];
  return programme === undefined ? { at: 'nowhere' } : { at: 'months', programme };
};

export const hashOf = (programme: string, month?: string, publicView = false): string =>
  month === undefined ? `#/${programme}` : `#/${programme}/${month}${publicView ? '/public' : ''}`;
