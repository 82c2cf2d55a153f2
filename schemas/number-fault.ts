/** What is wrong with a number: that it is missing, or that it is none of those that are taken. */
export const numberFault = (words: string) => ({
  error: ({ input }: { readonly input?: unknown }): string => (input === undefined ? 'is required' : words),
});
