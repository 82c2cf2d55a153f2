import type { ChangeStatus } from './projections.ts';

/** Open, or what the last decision says. */
export const statusOf = ({ decisions }: { readonly decisions: readonly { decision: ChangeStatus }[] }): ChangeStatus =>
  decisions.at(-1)?.decision ?? 'open';
