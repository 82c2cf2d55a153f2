import { spreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { slugOf } from '../../forms/slug.ts';
import { sameJson } from '../../workbook/plan.ts';
import { apiEntryPath } from '../paths.ts';
import { type Api, asking, orNothing } from '../question.ts';
import { Entry } from '../registers/register-at.ts';
import { type Brought, titleBox } from './brought.ts';

/**
 * Keeps how a spreadsheet is read, for next time and for the next page, where it is another than what is kept.
 *
 * @returns the spreadsheet with the id of its mapping, or what was refused
 */
export const keepMapping = async (
  brought: Brought,
  api: Api,
): Promise<{ readonly brought: Brought } | { readonly faults: readonly ShownFault[] }> => {
  const { around, mapping, title, id: begun } = brought;
  const id = begun === '' ? slugOf(title, 60) : begun;
  if (id === '') return { faults: [{ message: 'The name must have a letter or digit in it', field: titleBox }] };
  const path = apiEntryPath({ programme: around.programme }, spreadsheetMapping.path, id);
  const there = await api.ask(orNothing(asking(path, Entry)));
  const { exempt: _, ...kept } = there?.answer.record ?? {};
  const body = { ...there?.answer.record, ...JSON.parse(JSON.stringify({ title, ...mapping })) };
  const isSame = sameJson(kept, JSON.parse(JSON.stringify({ title, ...mapping })));
  if (isSame) return { brought: { ...brought, id } };
  if (there !== null && begun === '')
    return {
      faults: [
        {
          message: `There is a mapping called “${title}” already: begin with that one, or give this one another name`,
          field: titleBox,
        },
      ],
    };
  const sent = await api.send(
    { method: 'PUT', path, body, version: there?.etag ?? 'new' },
    around.at.keyOf(`${path} ${there?.etag ?? 'new'} ${JSON.stringify(body)}`),
  );
  if (sent.kind === 'done') return { brought: { ...brought, id } };
  const { faults, detail, title: refusal } = sent.problem;
  return {
    faults:
      faults.length > 0
        ? faults.map(({ message }) => ({ message: `The mapping was not kept: ${message}` }))
        : [{ message: `The mapping was not kept: ${detail || refusal}` }],
  };
};
