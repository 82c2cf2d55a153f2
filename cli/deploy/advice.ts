/*
 * What to do about a failure, by what AWS or the CDK said. The first that fits is given; the words themselves are always shown.
 */

const advice: readonly (readonly [RegExp, string])[] = [
  // Before the next: an expired session is refused under the name of missing credentials.
  [
    /ExpiredToken|token.*expired|SSO session|InvalidClientTokenId|UnrecognizedClient/i,
    'Your credentials have expired: sign in again (aws sso login) and run this again.',
  ],
  [
    /Unable to locate credentials|NoCredentials|CredentialsProviderError|Could not load credentials|Need to perform AWS calls|could not be used/i,
    'No credentials were found: sign in (aws configure sso, aws sso login), set AWS_PROFILE, and run this again.',
  ],
  [
    /AccessDenied|not authorized to perform|UnauthorizedOperation/i,
    'Your credentials may not do that. Use a role that may create the stacks (AdministratorAccess in an account of its own), or ask whoever has one.',
  ],
  [
    /Domain already associated|domain.*already (?:exists|in use)/i,
    'That sign-in address is taken by somebody else: choose another "domain" under "signIn" in the file of choices.',
  ],
  [
    /concurrent modification|TooManyRequests|Rate exceeded|Throttl/i,
    'AWS had too much to do at once. Nothing is wrong: run this again, it goes on from where it was.',
  ],
  [
    /UnreservedConcurrentExecution|minimum value of/i,
    'The account may run too few functions at once: ask for 1,000 in Service Quotas (AWS Lambda, Concurrent executions) and wait for the answer.',
  ],
  [
    /LimitExceeded|quota/i,
    'A quota of the account is used up: the words below name it; ask for more in Service Quotas.',
  ],
  [
    /deletion protection is activated/i,
    'The user pool could not be taken back, since it was protected already. Nobody can have signed in with it: switch its protection off in the Cognito console, delete it, delete the stack, and run this again.',
  ],
  [
    /Cannot delete export|in use by/i,
    'A stack still uses what another no longer has. Run this again with the choices of the last deployment, then change one at a time.',
  ],
  [
    /already exists/i,
    'Something of that name is left from an earlier deployment: the words below name it. If it is an access log or a table, its stack was deleted and it was retained: see docs/deploy.md, "After a teardown".',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|Could not connect|network|ETIMEDOUT/i,
    'AWS could not be reached: look at your network or proxy.',
  ],
  [/is no JSON|must be/i, 'Mend the file of choices; deployments/example.json shows each in its place.'],
];

const otherwise =
  'Nothing that was there before is lost: CloudFormation takes a failed change back. Read the words below, and the events of the stack in the console; then run this again.';

/** What to do about words that are known; undefined where nobody foresaw them. */
export const knownAdvice = (words: string): string | undefined => advice.find(([said]) => said.test(words))?.[1];

/** What to do about a failed deployment that said this. */
export const adviceFor = (words: string): string => knownAdvice(words) ?? otherwise;

/** Whether trying once more is all there is to do. */
export const isWorthAnotherTry = (words: string): boolean => /concurrent modification|TooManyRequests/i.test(words);
