/** What one stack hands to another, under names that the CDK makes: nobody needs them. */
const isOfTheCdk = (name: string): boolean => name.startsWith('ExportsOutput');

/** What the stacks are called by and can be reached at, which the runbook's commands ask for: one a line. */
export const outputsInWords = (outputs: Readonly<Record<string, string>>): readonly string[] => {
  const named = Object.entries(outputs).filter(([name]) => !isOfTheCdk(name));
  const longest = Math.max(0, ...named.map(([name]) => name.length));
  return named.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `  ${name.padEnd(longest)}  ${value}`);
};
