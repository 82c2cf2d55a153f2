import * as z from 'zod';
import { SpreadsheetMapping, spreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { slugOf } from '../../forms/slug.ts';
import { sameJson } from '../../workbook/plan.ts';
import { apiEntryPath } from '../paths.ts';
import { type Api, asking, orNothing } from '../question.ts';
import { Entry } from '../registers/register-at.ts';
import type { At } from '../screen.ts';
import { type Around, type Brought, titleBox } from './brought.ts';

/** A mapping with its name, and the id of the kept one that it began with. */
export const ToKeep = z.object({
  id: z.string(),
  record: SpreadsheetMapping.omit({ exempt: true }),
});
export type ToKeep = z.infer<typeof ToKeep>;

export const toKeep = ({ id, title, mapping }: Brought): ToKeep => ({ id, record: { title, ...mapping } });

const asSent = ({ record }: ToKeep): object => JSON.parse(JSON.stringify(record));
const isSame = (stored: object, mapping: ToKeep): boolean => {
  const { exempt: _, ...record }: { readonly exempt?: unknown } = { ...stored };
  return sameJson(record, asSent(mapping));
};

/** Whether it is kept as it stands. */
export const isKeptSo = (brought: Brought): boolean => {
  const found = brought.around.kept.find(({ id }) => id === brought.id);
  return found !== undefined && isSame(found.record, toKeep(brought));
};

const alreadyCalled = (title: string): ShownFault => ({
  message: `There is a mapping called “${title}” already: begin with that one, or give this one another name`,
  field: titleBox,
});

/** What is wrong with the name of a mapping, under which it is to be kept. */
export const faultsOfName = (brought: Brought): readonly ShownFault[] => {
  const { title, id, around } = brought;
  if (title.trim() === '') return [{ message: 'Give the mapping a name', field: titleBox }];
  const slug = slugOf(title, 60);
  if (slug === '') return [{ message: 'The name must have a letter or digit in it', field: titleBox }];
  const isTaken = id === '' && around.mappingIds.includes(slug) && !isKeptSo({ ...brought, id: slug });
  return isTaken ? [alreadyCalled(title)] : [];
};

/**
 * Keeps how a spreadsheet is read, for next time, where it is another than what is kept.
 *
 * @returns the id of the mapping, or what was refused
 */
export const keepMapping = async (
  at: At,
  api: Api,
  mapping: ToKeep,
): Promise<{ readonly id: string } | { readonly faults: readonly ShownFault[] }> => {
  const { title } = mapping.record;
  const id = mapping.id === '' ? slugOf(title, 60) : mapping.id;
  const path = apiEntryPath({ programme: at.params.programmeId ?? '' }, spreadsheetMapping.path, id);
  const there = await api.ask(orNothing(asking(path, Entry)));
  if (there !== null && isSame(there.answer.record, mapping)) return { id };
  if (there !== null && mapping.id === '') return { faults: [alreadyCalled(title)] };
  const body = { ...there?.answer.record, ...asSent(mapping) };
  const sent = await api.send(
    { method: 'PUT', path, body, version: there?.etag ?? 'new' },
    at.keyOf(`${path} ${there?.etag ?? 'new'} ${JSON.stringify(body)}`),
  );
  if (sent.kind === 'done') return { id };
  const { faults, detail, title: refusal } = sent.problem;
  return {
    faults:
      faults.length > 0
        ? faults.map(({ message }) => ({ message: `The mapping was not kept: ${message}` }))
        : [{ message: `The mapping was not kept: ${detail || refusal}` }],
  };
};

/** The programme once a mapping of a spreadsheet is kept. */
export const keptIn = (around: Around, { id }: { readonly id: string }, { record }: ToKeep): Around => ({
  ...around,
  kept: [...around.kept.filter((one) => one.id !== id), { id, record }],
});
