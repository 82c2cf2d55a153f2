/** Compares by id, character by character: the order in which entries are listed where nothing else decides. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
