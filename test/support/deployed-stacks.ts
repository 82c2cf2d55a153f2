import { choicesOf } from '#infra/choices.ts';
import type { Found } from '../../cli/deploy/found.ts';

/* What a deployment command asks for and finds. */

export const choicesWith = (more: Readonly<Record<string, unknown>> = {}) =>
  choicesOf(
    JSON.stringify({ council: 'kent', stage: 'live', region: 'eu-west-2', signIn: { with: 'cognito' }, ...more }),
    'kent-live.json',
  );
export const entra = {
  signIn: { with: 'issuer', issuer: 'https://id.example', audience: ['a'], scope: 'api://a/tracker' },
};
export const pool = 'eu-west-2_AbCdEfGhI';
const issuer = `https://cognito-idp.eu-west-2.amazonaws.com/${pool}`;
export const done = (outputs: Record<string, string> = {}, status = 'UPDATE_COMPLETE') => ({ status, outputs });

/** What the tracker of Kent is found to be, as it was deployed last with Cognito. */
export const deployed: Found = {
  account: '123456789012',
  unprepared: [],
  concurrency: 1_000,
  stacks: {
    Storage: done({ TableName: 'table-1' }),
    People: done({ UserPoolId: pool }),
    Application: done({
      Council: 'kent',
      Stage: 'live',
      Issuer: issuer,
      SignInAddress: 'https://tracker-kent-live-123456789012.auth.eu-west-2.amazoncognito.com',
      OrganisationClaim: 'organisation',
      SubjectClaim: 'sub',
      Table: 'table-1',
    }),
  },
};
/** An account in which nothing is yet. */
export const empty: Found = { ...deployed, unprepared: ['eu-west-2'], stacks: {} };
