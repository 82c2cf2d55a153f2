import { ExportVerifier, type Verdict } from '#store/verification/verification.ts';

/** What is found of an export, line by line, with the digest that somebody has on paper or without. */
export const verdictOf = (lines: readonly string[], anchor?: string): Verdict => {
  const verifier = new ExportVerifier(anchor);
  for (const line of lines) verifier.take(line);
  return verifier.verdict();
};
