import type { Table } from '../table/client.ts';
import { queryListPage, sortKeyOf } from '../table/items.ts';
import { programmesOf } from '../table/keys.ts';
import { recordFromItem, type StoredRecord } from './records.ts';

/** A15: a page of the programmes of an organisation, in order of id. */
export const readProgrammesPage = async (
  table: Table,
  organisation: string,
  options: { limit: number; afterId: string | undefined },
): Promise<{ programmes: readonly StoredRecord[]; nextId: string | undefined }> => {
  const range = programmesOf(organisation);
  const page = await queryListPage(table, range, { limit: options.limit, afterPart: options.afterId });
  return {
    programmes: page.items.map((item) => recordFromItem('programme', sortKeyOf(item).slice(range.begins.length), item)),
    nextId: page.next,
  };
};
