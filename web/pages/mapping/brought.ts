import * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { SpreadsheetMapping, spreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';
import { hidden } from '../../design/input.ts';
import { type FormValues, formToken, jsonIn, packedName, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import { guessedMapping, headsNamedBy } from '../../mapping/guess.ts';
import { mappedFieldsOf, yearsNamedIn } from '../../mapping/mapped-fields.ts';
import type { Mapped } from '../../mapping/mapped-plan.ts';
import { type Mapping, programmeItself } from '../../mapping/mapping.ts';
import { type HeadsAt, headRowsIn, tableAt } from '../../mapping/table.ts';
import { type Review, reviewNamed } from '../../mapping/words.ts';
import { ReadFile, type ReadSheet } from '../../workbook/sheet.ts';
import { askOpenMonth, type OpenMonth } from '../open-month.ts';
import { apiChainPath, apiRegisterPath } from '../paths.ts';
import { type Api, askAll, asking, everyPage } from '../question.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import { askOwner, EntryList, Named, ownerName } from '../registers/register-at.ts';
import type { At } from '../screen.ts';

/*
 * A spreadsheet that somebody brought, between two pages: its cells, and how they are read, are values of the form.
 */

export const [fileBox, whatBox, stepBox, headsBox, titleBox, reviewBox, mappingBox, keptBox, othersBox, rowsFromBox] = [
  'file',
  'what',
  'step',
  'heads',
  'mapping-title',
  'all-of',
  'mapping',
  'mapping-id',
  'other-records',
  'rows-from',
] as const;

const MappingOfForm = SpreadsheetMapping.omit({ title: true, exempt: true });
const Reviews = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string() })),
  next: z.string().nullable(),
});

export interface KeptMapping {
  readonly id: string;
  readonly record: SpreadsheetMapping;
}

/** The programme as these pages need it. */
export interface Around {
  readonly at: At;
  readonly all: readonly Register[];
  readonly programme: string;
  readonly owner: string;
  readonly reviews: readonly Review[];
  readonly kept: readonly KeptMapping[];
  /** The ids of all mappings, those that were struck out among them. */
  readonly mappingIds: readonly string[];
  readonly open: OpenMonth | undefined;
  readonly named: Readonly<Record<string, unknown>>;
}

export const mappable = (): readonly Register[] =>
  registers.filter(({ path }) => SpreadsheetMapping.shape.register.safeParse(path).success);

export const askAround = async (at: At, api: Api, all: readonly Register[]): Promise<Around> => {
  const programme = at.params.programmeId ?? '';
  const [{ answers }, open] = await Promise.all([
    askAll(
      {
        ...askNamed(
          mappable()
            .flatMap(({ record }) => fieldsOf(record))
            .filter(({ register }) => register === undefined),
          [],
          at,
        ),
        owner: askOwner(at),
        reviews: everyPage(asking(`${apiChainPath({ programme })}/reviews`, Reviews, { limit: '200' })),
        mappings: everyPage(
          asking(apiRegisterPath({ programme }, spreadsheetMapping.path), EntryList, { limit: '200' }),
        ),
      },
      api,
    ),
    askOpenMonth(at, api),
  ]);
  const mappings = EntryList.parse(answers.mappings).items;
  return {
    ...{ at, all, programme, open, named: answers },
    owner: ownerName(Named.parse(answers.owner)),
    reviews: Reviews.parse(answers.reviews).items,
    mappingIds: mappings.map(({ id }) => id),
    kept: mappings.flatMap(({ id, record, struckOut }) => {
      const read = SpreadsheetMapping.safeParse(record);
      return struckOut === null && read.success ? [{ id, record: read.data }] : [];
    }),
  };
};

/** A file with how it is read. */
export interface Brought extends Mapped {
  readonly around: Around;
  readonly file: { readonly name: string; readonly digest?: string | undefined; readonly sheets: readonly ReadSheet[] };
  readonly heads: HeadsAt;
  /** Rows that may have the heads, the likeliest first. */
  readonly headRows: readonly HeadsAt[];
  readonly title: string;
  /** The kept mapping that it began with. */
  readonly id: string;
}

export const headsText = ({ sheet, row }: HeadsAt): string => `${sheet}:${row}`;

const registerAtPath = (path: string): Register | undefined => mappable().find((one) => one.path === path);

/** What it begins with: a kept mapping, or nothing but what its rows are. */
const beginning = (values: FormValues, { kept }: Around): { register: string; kept?: KeptMapping } => {
  const [how, what = ''] = valueIn(values, whatBox).split(':');
  const found = how === 'kept' ? kept.find(({ id }) => id === what) : undefined;
  return found === undefined ? { register: what } : { register: found.record.register, kept: found };
};

const mappedOf = (
  around: Around,
  register: Register,
  sheet: ReadSheet,
  row: number,
  given: Mapping | undefined,
): Omit<Mapped, 'review'> => {
  const table = tableAt(sheet, row);
  const fields = fieldsOf(register.record);
  const years = yearsNamedIn([
    ...table.heads.map(({ text }) => text),
    ...(given?.columns ?? []).map(({ field }) => field),
  ]);
  const named = namedEntries(around.named, [], around.at);
  const mappedFields = mappedFieldsOf(fields, years, around.at.today, (field) =>
    named.optionsOf(field.register ?? field.list ?? '').map(({ value, label }) => ({ name: value, label })),
  );
  const isReview = (text: string): boolean => reviewNamed(around.reviews, text) !== undefined;
  const mapping =
    given ?? guessedMapping(MappingOfForm.shape.register.parse(register.path), mappedFields, table, isReview);
  return { register, fields, mappedFields, mapping, table, reviews: around.reviews };
};

const headsIn = (values: FormValues, rows: readonly HeadsAt[]): HeadsAt | undefined =>
  rows.find((one) => headsText(one) === valueIn(values, headsBox));

/** The sentence that says why there is nothing to go on with. */
export type NotBrought = { readonly fault: string; readonly on: string };

/** @param afresh whether columns are guessed again */
export const broughtIn = (values: FormValues, around: Around, afresh = false): Brought | NotBrought => {
  const file = ReadFile.safeParse(jsonIn(values, fileBox)).data;
  if (file === undefined) return { fault: 'The spreadsheet is missing: choose it', on: fileBox };
  if ('refused' in file) return { fault: `The spreadsheet ${file.refused}`, on: fileBox };
  const held = MappingOfForm.safeParse(jsonIn(values, mappingBox)).data;
  const { register: path, kept } = beginning(values, around);
  const register = registerAtPath(held?.register ?? path);
  if (register === undefined) return { fault: 'Choose what its rows are', on: whatBox };
  const { title: keptTitle, exempt: _, ...keptMapping } = kept?.record ?? { title: '', exempt: undefined };
  const begun = held ?? MappingOfForm.safeParse(keptMapping).data;
  const headRows = headRowsIn(file.sheets, begun === undefined ? new Set() : headsNamedBy(begun));
  const heads = headsIn(values, headRows) ?? headRows[0];
  const sheet = heads && file.sheets[heads.sheet];
  if (heads === undefined || sheet === undefined)
    return { fault: 'The spreadsheet has no row with the heads of columns', on: fileBox };
  const given = afresh && kept === undefined && valueIn(values, keptBox) === '' ? undefined : begun;
  const id = kept?.id ?? valueIn(values, keptBox);
  return {
    ...mappedOf(around, register, sheet, heads.row, given),
    ...{ around, file, heads, headRows, id },
    title: values[titleBox]?.trim() ?? (keptTitle || (sheet.name === 'CSV' ? '' : sheet.name)),
    review: valueIn(values, reviewBox) || programmeItself,
  };
};

/** How it is read, without the file and where its heads are: another file is read by it. */
export const mappingCarried = ({ title, id, mapping, review }: Brought): Html =>
  html`${Object.entries({
    [titleBox]: title,
    [keptBox]: id,
    [mappingBox]: JSON.stringify(mapping),
    [reviewBox]: review,
  }).map(([name, value]) => hidden(name, value))}`;

/** Everything that goes on to the next page. */
export const carriedOn = (brought: Brought): Html => {
  const { around, file, heads } = brought;
  const { at } = around;
  return html`${hidden(formToken, at.token)}${hidden(packedName(fileBox), at.pack(JSON.stringify(file)))}${hidden(headsBox, headsText(heads))}${mappingCarried(brought)}`;
};
