import type { ExportLineOf } from '#schemas/export.ts';
import { atEvent, atLine, type Fault } from './broken-link.ts';
import type { Chains } from './chains.ts';

/** Where the manifest says something else than what came before it. */
export const manifestFault = (manifest: ExportLineOf<'manifest'>, chains: Chains, reports: number): Fault | null => {
  const { heads } = chains;
  for (const [n, head] of heads.entries()) {
    const said = manifest.chains[n];
    if (said?.chain !== head.chain)
      return atEvent(
        head.chain,
        null,
        `the manifest names ${said?.chain ?? 'no chain'} where the export has ${head.chain}`,
      );
    if (said.sequence !== head.sequence)
      return atEvent(
        head.chain,
        Math.min(said.sequence, head.sequence) + 1,
        `the manifest says that the chain ends with event ${said.sequence}; in the export it ends with ${head.sequence}`,
      );
    if (said.digest !== head.digest)
      return atEvent(
        head.chain,
        head.sequence,
        `the manifest says that it has the digest ${said.digest}; in the export it has ${head.digest}`,
      );
  }
  const more = manifest.chains[heads.length];
  if (more !== undefined)
    return atEvent(more.chain, 1, `it is missing: the manifest names the chain, with ${more.sequence} events`);
  if (manifest.events !== chains.events)
    return atLine(`the manifest says ${manifest.events} events; the export has ${chains.events}`);
  return manifest.reports === reports
    ? null
    : atLine(`the manifest says ${manifest.reports} reports; the export has ${reports}`);
};
