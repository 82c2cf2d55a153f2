import { type Decided, done, type Refused, refused } from '#domain/decided.ts';
import type { FeedTable } from '#domain/feeds/column.ts';
import { filterOf, type Test } from '#domain/odata/filter.ts';
import { type Ordering, orderingOf, selected } from '#domain/odata/shaping.ts';
import { Instant } from '#language/time.ts';
import { feedPage } from '#schemas/limits.ts';

/*
 * What may be asked of a table by the options of OData (OData 4.0, part 2, 5.1). Whatever else is asked is refused by name: a tool that
 * takes an option to be followed would show wrong figures.
 */

export const tableOptions = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  '$deltatoken',
  '$format',
  'view',
] as const;

interface Asking {
  readonly query: Readonly<Record<string, unknown>>;
}

const invalid = (option: string, message: string, detail: string): Refused =>
  refused({ code: 'request.invalid', detail, faults: [{ in: 'query', pointer: `/${option}`, message }] });

/** Refuses what is asked besides the options that are supported; undefined: there is nothing else. */
export const refusalOfOptions = ({ query }: Asking, supported: readonly string[]): Refused | undefined => {
  const stray = Object.keys(query).find((name) => !supported.includes(name));
  if (stray !== undefined)
    return invalid(
      stray,
      'is not supported here',
      `The option ${stray} is not supported here. ${supported.length === 0 ? 'None is.' : `Supported are ${supported.filter((one) => one.startsWith('$')).join(', ')}.`}`,
    );
  const { $format: format } = query;
  return format === undefined || (typeof format === 'string' && /^(?:json|application\/json)(?:;|$)/.test(format))
    ? undefined
    : invalid('$format', 'must be json', 'The option $format takes json alone.');
};

export interface TableOptions {
  readonly columns: FeedTable['columns'];
  readonly test: Test | undefined;
  readonly ordering: Ordering | undefined;
  readonly top: number | undefined;
  readonly skip: number;
  readonly isCounted: boolean;
  readonly since: string | undefined;
}

const mostRows = 10_000_000;

const wholeNumber = (option: '$top' | '$skip', given: string | undefined): Decided<number | undefined> => {
  if (given === undefined) return done(undefined);
  const number = /^\d{1,8}$/.test(given) ? Number(given) : Number.NaN;
  return number <= mostRows
    ? done(number)
    : invalid(
        option,
        `must be a whole number from 0 to ${mostRows}`,
        `The option ${option} takes a whole number from 0 to ${mostRows}.`,
      );
};

type Asked = Readonly<Partial<Record<(typeof tableOptions)[number], string | undefined>>>;

const booleanOf = (given: string | undefined): Decided<boolean> =>
  given === undefined || given === 'true' || given === 'false'
    ? done(given === 'true')
    : invalid('$count', 'must be true or false', 'The option $count takes true or false.');

/** With what changed nothing is sorted, counted or skipped: it is given in the order in which it is read. */
const refusalWithChanges = (table: FeedTable, asked: Asked): Refused | undefined => {
  if (asked.$deltatoken === undefined) return undefined;
  if (!table.saysWhatIsGone)
    return invalid(
      '$deltatoken',
      'is not taken by this table',
      table.parent === undefined
        ? `The changes of ${table.name} are not followed: read it whole.`
        : `The changes of ${table.name} are not followed by themselves: follow those of ${table.parent}, and read this table again.`,
    );
  const stray = (['$orderby', '$top', '$skip', '$count'] as const).find((name) => asked[name] !== undefined);
  if (stray !== undefined)
    return invalid(
      stray,
      'must be left out where it is asked what changed',
      `What changed is not asked with ${stray}.`,
    );
  return Instant.safeParse(asked.$deltatoken).success
    ? undefined
    : invalid(
        '$deltatoken',
        'must be that of an @odata.deltaLink',
        'The option $deltatoken takes an instant, as an @odata.deltaLink has it.',
      );
};

/** The options of a request for a table. Refused, one by one, with what each takes. */
export const optionsOf = (table: FeedTable, asked: Asked): Decided<TableOptions> => {
  const [columns, ordering, top, skip, isCounted] = [
    selected(table, asked.$select),
    orderingOf(table, asked.$orderby),
    wholeNumber('$top', asked.$top),
    wholeNumber('$skip', asked.$skip),
    booleanOf(asked.$count),
  ];
  const test = asked.$filter === undefined ? done(undefined) : filterOf(table, asked.$filter);
  if (columns.kind === 'refused') return columns;
  if (test.kind === 'refused') return test;
  if (ordering.kind === 'refused') return ordering;
  if (top.kind === 'refused') return top;
  if (skip.kind === 'refused') return skip;
  if (isCounted.kind === 'refused') return isCounted;
  const astray = refusalWithChanges(table, asked);
  if (astray !== undefined) return astray;
  return done({
    columns: columns.result,
    test: test.result,
    ordering: ordering.result,
    top: top.result,
    skip: skip.result ?? 0,
    isCounted: isCounted.result,
    since: asked.$deltatoken,
  });
};

/** What a sender prefers (RFC 7240), of what OData knows: how large pages are, and whether it follows changes. */
export const preferencesIn = (
  prefer: string | undefined,
): { readonly pageSize: number; readonly tracksChanges: boolean } => {
  const wanted = (prefer ?? '').split(',').map((one) => one.trim().toLowerCase());
  const size = wanted
    .map((one) => /^(?:odata\.)?maxpagesize=(\d{1,7})$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  return {
    pageSize: size === undefined || Number(size) === 0 ? feedPage.byDefault : Math.min(Number(size), feedPage.most),
    tracksChanges: wanted.some((one) => /^(?:odata\.)?track-changes$/.test(one)),
  };
};
