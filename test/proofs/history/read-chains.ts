import type { HistoryEvent } from '#schemas/history.ts';
import type { Table } from '#store/table/client.ts';
import type { Client, Told } from '../../support/client.ts';
import { required } from '../../support/required.ts';

/** A chain as it is stored at the end. */
export interface StoredChain {
  /** `programme`, or `programme/review`. */
  readonly name: string;
  /** In order of their numbers. */
  readonly events: readonly HistoryEvent[];
}

type Line = { readonly kind: string; readonly event: HistoryEvent };

/** Every chain of a programme, as the export tells it. */
export const readChains = async (
  client: Client,
  programmeId: string,
  organisation = 'council',
): Promise<readonly StoredChain[]> => {
  const as = { roles: ['assurance'], subject: 'auditor', organisation } as const;
  const events: HistoryEvent[] = [];
  let query: string | undefined = '';
  while (query !== undefined) {
    const page: Told = await client.must('exportProgramme', { params: { programmeId }, as, query });
    for (const text of page.text.trimEnd().split('\n')) {
      const line: Line = JSON.parse(text);
      if (line.kind === 'event') events.push(line.event);
    }
    query = /\?(cursor=[^>]+)>/.exec(page.headers.link ?? '')?.[1];
  }
  return [...Map.groupBy(events, (event) => event.chain)].map(([name, ofChain]) => ({ name, events: ofChain }));
};

export const readChain = async (
  client: Client,
  name: { readonly programme: string; readonly review?: string; readonly organisation?: string },
): Promise<StoredChain> => {
  const chains = await readChains(client, name.programme, name.organisation);
  const wanted = name.review === undefined ? name.programme : `${name.programme}/${name.review}`;
  return required(chains.find((one) => one.name === wanted));
};

/** Where a record, a position or a report of the table is not what a full recount of the history comes to. */
export const recountFaults = async (table: Table): Promise<readonly string[]> => {
  // The log begins with what it imports, at the level that the tracker of a proof has set by now.
  const { verifyTable } = await import('../../../cli/verify-table.ts');
  return (await verifyTable(table)).flatMap(({ programmeRef, faults }) =>
    faults.map((fault) => `${programmeRef.organisation} ${programmeRef.programme}: ${fault}`),
  );
};
