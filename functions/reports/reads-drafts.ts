import type { ReadsTable, WritesFiles } from '../http/call.ts';

/** Hands out drafts, as files too. */
export interface ReadsDrafts extends ReadsTable, WritesFiles {
  /** Loads what makes the formats of drafts, when the first is asked for. */
  readonly loadDrafts: () => Promise<typeof import('../files/drafts.ts')>;
}
