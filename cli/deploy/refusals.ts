import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { edgeRegion } from '#infra/edge-stack.ts';
import type { Found } from './found.ts';

/*
 * Why a deployment is not begun: what the last one left in its outputs is another than what the file of choices says, where a
 * change would hide people or the record from those who use them.
 */

/** The changes that may be meant, each by its name on the command line: `--accept issuer`. */
export const acceptable = ['issuer', 'sign-in-address', 'claims', 'table'] as const;
export type Acceptable = (typeof acceptable)[number];

interface Refusal {
  readonly sentence: string;
  /** Set where the change can be meant. */
  readonly unless?: Acceptable;
}

const differing = (
  what: string,
  last: string | undefined,
  chosen: string | undefined,
  consequence: string,
  unless?: Acceptable,
): readonly Refusal[] =>
  last === undefined || chosen === undefined || last === chosen
    ? []
    : [
        {
          sentence: `The last deployment had the ${what} ${last}, the file of choices says ${chosen}: ${consequence}`,
          ...(unless === undefined ? {} : { unless }),
        },
      ];

/** The issuer that a deployment of these choices would have; undefined where the user pool is yet to be made. */
const issuerOf = ({ signIn, region }: Choices, { stacks }: Found): string | undefined => {
  if (signIn.with === 'issuer') return signIn.issuer;
  const pool = signIn.userPoolId ?? stacks.People?.outputs.UserPoolId;
  return pool === undefined ? undefined : `https://cognito-idp.${region}.amazonaws.com/${pool}`;
};

const signInAddressOf = ({ signIn, council, stage, region }: Choices, account: string): string | undefined =>
  signIn.with === 'issuer'
    ? undefined
    : `https://${signIn.domain ?? `tracker-${council}-${stage}-${account}`}.auth.${region}.amazoncognito.com`;

const poolOf = (issuer: string | undefined): string | undefined =>
  /^https:\/\/cognito-idp\..*\/([^/]+)$/.exec(issuer ?? '')?.[1];

/** The pool that the choices or the stack of people name was deleted: a deployment on it would fail half way. */
const deletedPool = ({ lostPool: pool }: Found): readonly Refusal[] =>
  pool === undefined
    ? []
    : [
        {
          sentence: `There is no user pool ${pool} any more, so nobody can sign in: docs/runbook.md, "A user pool that was lost", says how to make another.`,
        },
      ];

/** The pool of the last deployment is not in the stack of people any more, and nothing says to adopt it. */
const lostPool = (choices: Choices, found: Found): readonly Refusal[] => {
  const pool = poolOf(found.stacks.Application?.outputs.Issuer);
  if (choices.signIn.with !== 'cognito' || pool === undefined || issuerOf(choices, found) !== undefined) return [];
  return [
    {
      sentence: `People signed in with the user pool ${pool}, whose stack is gone: a new pool would know nobody. Put "userPoolId": "${pool}" under "signIn" in the file of choices. If the pool is gone too: docs/runbook.md, "A user pool that was lost".`,
      unless: 'issuer',
    },
  ];
};

const wrongAccount = ({ account: held }: Choices, { account }: Found): readonly Refusal[] =>
  held === undefined || held === account
    ? []
    : [{ sentence: `Your credentials are of the account ${account}, the file of choices is for ${held}.` }];

const underWay = (choices: Choices, { stacks }: Found): readonly Refusal[] =>
  Object.entries(stacks).flatMap(([id, { status }]) => {
    const name = `${stackPrefixOf(choices)}${id}`;
    if (status.endsWith('_IN_PROGRESS'))
      return [{ sentence: `${name} is being changed by another deployment (${status}): wait until it is done.` }];
    if (status === 'UPDATE_ROLLBACK_FAILED')
      return [
        {
          sentence: `${name} could not be taken back (${status}): aws cloudformation continue-update-rollback --stack-name ${name} --region ${id === 'Edge' ? edgeRegion : choices.region}, then run this again.`,
        },
      ];
    return [];
  });

/** The stacks are of another council or stage. */
const anothers = ({ council, stage }: Choices, { stacks }: Found): readonly Refusal[] => {
  const last = stacks.Application?.outputs ?? {};
  return [
    ...differing('council', last.Council, council, 'the stacks are of another council.'),
    ...differing('stage', last.Stage, stage, 'the stacks are of another stage.'),
  ];
};

/** A table is named before there is an application to use it: a file of choices that was copied from another stage, most likely. */
const borrowedTable = ({ tableName }: Choices, { stacks }: Found): readonly Refusal[] =>
  tableName === undefined || stacks.Application !== undefined || stacks.Storage?.outputs.TableName === tableName
    ? []
    : [
        {
          sentence: `The file of choices names the table ${tableName}, and no application of this council and stage is there yet: it would show and change the record of whichever deployment has that table. Take "tableName" out of a file that was copied.`,
          unless: 'table',
        },
      ];

const lasting = (choices: Choices, found: Found): readonly Refusal[] => {
  const last = found.stacks.Application?.outputs ?? {};
  const { signIn } = choices;
  const claims = signIn.with === 'issuer' ? signIn.claims : ({ organisation: 'organisation', subject: 'sub' } as const);
  const issuer = issuerOf(choices, found);
  const elsewhere = 'history names people by the old one.';
  return [
    ...differing(
      'issuer',
      last.Issuer,
      issuer ?? (signIn.with === 'cognito' && poolOf(last.Issuer) === undefined ? 'a new user pool' : undefined),
      `everybody signs in anew, and ${elsewhere} docs/runbook.md, "The issuer".`,
      'issuer',
    ),
    ...differing(
      'sign-in address',
      last.SignInAddress,
      signInAddressOf(choices, found.account),
      'the old one is given up, and anybody may take it.',
      'sign-in-address',
    ),
    ...differing(
      'claim of the organisation',
      last.OrganisationClaim,
      claims.organisation,
      'the tracker will look empty.',
      'claims',
    ),
    ...differing('claim of the subject', last.SubjectClaim, claims.subject, elsewhere, 'claims'),
    ...differing(
      'table',
      last.Table,
      choices.tableName ?? found.stacks.Storage?.outputs.TableName,
      'people will see another record.',
      'table',
    ),
  ];
};

/** The record is encrypted by a key of the council's own, and the choices no longer say so. */
const lostKey = ({ recordKey }: Choices, found: Found): readonly Refusal[] =>
  found.stacks.Storage?.outputs.RecordKeyArn === undefined || recordKey
    ? []
    : [
        {
          sentence:
            'The record is encrypted by a key of your own: put "recordKey": true back into the file of choices. What was written under that key can be read with it alone.',
        },
      ];

/** Why stacks are neither changed nor taken down. */
const always = (choices: Choices, found: Found): readonly Refusal[] => [
  ...wrongAccount(choices, found),
  ...underWay(choices, found),
  ...anothers(choices, found),
];

/** A sentence for each reason not to take a deployment down; what people would lose from sight goes anyhow. */
export const refusalsToTakeDown = (choices: Choices, found: Found): readonly string[] =>
  always(choices, found).map(({ sentence }) => sentence);

/** A sentence for each reason not to begin; `accepted` are the changes that are meant. */
export const refusalsOf = (choices: Choices, found: Found, accepted: readonly string[]): readonly string[] =>
  [
    ...always(choices, found),
    ...deletedPool(found),
    ...lostPool(choices, found),
    ...lostKey(choices, found),
    ...borrowedTable(choices, found),
    ...lasting(choices, found),
  ]
    .filter(({ unless }) => unless === undefined || !accepted.includes(unless))
    .map(({ sentence, unless }) =>
      unless === undefined ? sentence : `${sentence} If it is meant: --accept ${unless}.`,
    );
