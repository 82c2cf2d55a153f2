import {
  atBoth,
  atProgramme,
  atReview,
  keptByTheTeam,
  listedAcross,
  programme,
  recordedByAssuranceToo,
  recordedByFinanceToo,
  registers,
  review,
  reviewedNoChange,
  sentByALedger,
  writesOf,
} from './role-registers.ts';
import {
  anyone,
  assurance,
  either,
  everybody,
  holders,
  itsOwnSro,
  type May,
  office,
  type Standing,
  speaksAsItsSource,
  team,
} from './standing.ts';

/*
 * Who may do what, written out from the roles of docs/meaning.md (PEOPLE) and from nothing in schemas/operations.ts: the
 * operations are judged by this, not by themselves. An address that no line names is a finding.
 */

interface Line {
  /** What is done, in the words of docs/meaning.md. */
  readonly what: string;
  readonly may: May;
  /** Method and address; `*` is one part that the sender chooses. */
  readonly at: readonly string[];
}

const table: readonly Line[] = [
  {
    what: 'read the document of the API',
    may: anyone,
    at: ['GET /openapi.json'],
  },
  {
    what: "read today's position: programmes, reviews, gates, appraisals and every register",
    may: everybody,
    at: [
      'GET /programmes',
      `GET ${programme}`,
      `GET ${programme}/reviews`,
      `GET ${review}`,
      `GET ${review}/gate`,
      `GET ${review}/returns/*/figures`,
      `GET ${review}/named-baselines/*`,
      ...[`GET ${review}/appraisal`, `GET ${programme}/meetings/*/agenda`],
      `GET ${programme}/returns-of-month/*`,
      `GET ${programme}/calendar`,
      `GET ${programme}/search`,
      // Whoever asks is shown the public view there.
      ...['feeds', 'feeds/*', 'odata', 'odata/*'].map((part) => `GET ${programme}/${part}`),
      ...registers
        .filter((register) => register !== sentByALedger)
        .flatMap((register) => [`GET ${register}`, `GET ${register}/*`]),
      `GET ${programme}/across/actions`,
      `GET ${programme}/ledger-figures`,
      ...listedAcross.map((register) => `GET ${programme}/across/${register}`),
    ],
  },
  {
    what: 'read published reports, how far one has come, and which of them something told late would change',
    may: everybody,
    at: [
      ...['', '/*', '/*/lines', '/*/figures', '/*/figures/*', '/span', '/compare'].map(
        (part) => `GET ${programme}/reports${part}`,
      ),
      ...['', '/lines', '/figures', '/figures/*'].map((part) => `GET ${programme}/reports/*/revisions/*${part}`),
      ...['report-runs/*', 'restatements'].map((part) => `GET ${programme}/${part}`),
    ],
  },
  {
    what: 'read who told what and when, drafts, and two days compared: whoever keeps the record or assures it; the board reads positions and reports',
    may: holders('transformation-team', 'sro', 'finance', 'assurance', 'programme-office'),
    at: [
      ...[`GET ${programme}/history`, `GET ${review}/history`, `GET ${programme}/reports/*/drafts/latest`],
      ...['GET', 'POST'].map((method) => `${method} ${programme}/reports/compare-days`),
    ],
  },
  {
    what: 'take the whole record away and make a published month again, to check it',
    may: holders('assurance', 'programme-office'),
    at: [`GET ${programme}/export`, `POST ${programme}/reports/*/rebuilds`],
  },
  {
    what: 'set the programme up, and tell its settings again',
    may: office,
    at: [`PUT ${programme}`, `POST ${programme}/corrections`],
  },
  {
    what: 'run and publish reports, and make drafts of them',
    may: office,
    at: ['', '/*/revisions', '/*/drafts', '/*/not-reported'].map((address) => `POST ${programme}/reports${address}`),
  },
  {
    what: 'keep reviews up to date',
    may: team,
    at: [
      `PUT ${review}`,
      `POST ${review}/corrections`,
      `POST ${review}/strike-out`,
      `POST ${review}/lifecycle-changes`,
      `PUT ${review}/appraisal`,
      `POST ${review}/appraisal/corrections`,
      ...keptByTheTeam.flatMap(writesOf),
      ...reviewedNoChange,
      ...atBoth('risks').map((risks) => `POST ${risks}/*/happenings`),
    ],
  },
  {
    what: 'record recommendations and lessons',
    may: holders('transformation-team', 'programme-office', 'assurance'),
    at: recordedByAssuranceToo.flatMap(writesOf),
  },
  {
    what: 'record checkpoints by assurance, and nobody of what they answer for',
    may: assurance,
    at: writesOf(atReview('assurance-checkpoints')),
  },
  {
    what: 'record checkpoints by assurance of the whole programme',
    may: holders('assurance'),
    at: writesOf(atProgramme('assurance-checkpoints')),
  },
  {
    what: 'record lines of the budget, costs and benefits',
    may: holders('transformation-team', 'programme-office', 'finance'),
    at: recordedByFinanceToo.flatMap(writesOf),
  },
  { what: 'ask who one is, and for which reviews one answers', may: everybody, at: ['GET /me'] },
  { what: 'choose how often one gets messages', may: everybody, at: ['POST /me/messages'] },
  {
    what: 'see who holds which role and when they were last there',
    may: holders('programme-office', 'assurance'),
    at: ['GET /people', 'GET /messages', 'GET /events'],
  },
  { what: 'see whom records may name', may: team, at: ['GET /directory'] },
  {
    what: 'keep the register of people, pass on what a person answers for, and erase a person',
    may: office,
    at: ['GET /people/*', 'PUT /people/*', 'POST /people/*/erasure', 'POST /people/*/handover'],
  },
  {
    what: 'move a review to another stage',
    may: either(holders('transformation-team'), itsOwnSro),
    at: [`POST ${review}/stage-moves`],
  },
  {
    what: 'say how the work of a stage goes',
    may: holders('transformation-team'),
    at: [`POST ${review}/stage-work`],
  },
  { what: 'waive a criterion of a gate', may: itsOwnSro, at: [`POST ${review}/waivers`] },
  {
    what: 'record the outcome of a business case',
    may: itsOwnSro,
    at: [`POST ${review}/business-cases/*/outcomes`],
  },
  {
    what: 'say how the conditions of an approval go',
    may: either(holders('transformation-team'), itsOwnSro),
    at: [`POST ${review}/business-cases/*/condition-updates`],
  },
  {
    what: 'validate a saving, and nobody their own claim',
    may: (who) => who.roles.includes('finance') && !who.claimedIt,
    at: [`POST ${review}/savings/*/validations`],
  },
  { what: 'query a claim', may: holders('finance'), at: [`POST ${review}/savings/*/claim-queries`] },
  {
    what: 'answer what finance asks about a claim',
    may: either(holders('transformation-team'), itsOwnSro),
    at: [`POST ${review}/savings/*/claim-answers`],
  },
  {
    what: 'record what was decided on a change request',
    may: office,
    at: atBoth('change-requests').map((register) => `POST ${register}/*/decisions`),
  },
  {
    what: 'rate delivery confidence, as the SRO of the review or independently',
    may: either(itsOwnSro, assurance),
    at: [`POST ${review}/ratings`],
  },
  {
    what: 'strike out or correct a rating',
    may: speaksAsItsSource,
    at: [`POST ${review}/ratings/*/strike-out`, `POST ${review}/ratings/*/corrections`],
  },
  {
    what: "submit a review's return of a month",
    may: holders('transformation-team'),
    at: writesOf(`${review}/returns`),
  },
  {
    what: "confirm a review's return of a month, or send it back",
    may: itsOwnSro,
    at: [`POST ${review}/returns/*/confirmations`, `POST ${review}/returns/*/send-backs`],
  },
  {
    what: 'state a money position, a count, share or duration of the whole programme, with its source',
    may: holders('programme-office', 'finance'),
    at: ['stated-positions', 'stated-measures'].map(atProgramme).flatMap(writesOf),
  },
  {
    what: 'ask that words are taken out of the record for good, and say that they stay',
    may: holders('programme-office', 'assurance'),
    at: writesOf(`${programme}/redactions`),
  },
  {
    what: 'read what a ledger sent: everybody, and the ledger itself, which reads nothing else',
    may: either(everybody, holders('ledger')),
    at: ['', '/*'].map((part) => `GET ${sentByALedger}${part}`),
  },
  {
    what: 'send what the ledger says of a period, say it again and strike it out',
    may: holders('ledger', 'finance'),
    at: writesOf(sentByALedger),
  },
  {
    what: 'fix a baseline by name',
    may: office,
    at: writesOf(`${programme}/named-baselines`),
  },
  {
    what: 'agree to what the other of office and assurance asked to be taken out',
    may: holders('programme-office', 'assurance'),
    at: [`POST ${programme}/redactions/*/agreements`],
  },
  {
    what: 'hand a programme over to another organisation, or take one from there, and see how that stands',
    may: office,
    at: [
      ...[`POST ${programme}/transfers`, 'GET /transfers', 'GET /transfers/*'],
      ...['withdrawals', 'refusals', 'acceptances'].map((answer) => `POST /transfers/*/${answer}`),
    ],
  },
];

/** Whoever may put a record may change a part of it. */
const withPatch = (address: string): readonly string[] =>
  address.startsWith('PUT ') ? [address, address.replace('PUT ', 'PATCH ')] : [address];

const lineAt = new Map(table.flatMap((line) => line.at.flatMap(withPatch).map((address) => [address, line] as const)));

/** `GET /programmes/{programmeId}` -> `GET /programmes/*` */
const addressOf = (routeKey: string): string => routeKey.replaceAll(/\{[^}]+\}/g, '*');

/** Whether somebody may do what stands at a route; undefined: the table does not say. */
export const mayDo = (routeKey: string, who: Standing): boolean | undefined =>
  lineAt.get(addressOf(routeKey))?.may(who);

export const isOpenToAnyone = (routeKey: string): boolean => lineAt.get(addressOf(routeKey))?.may === anyone;

/** Addresses that the table speaks of and the API does not have, and the other way round. */
export const disagreements = (routeKeys: readonly string[]): readonly string[] => {
  const required = new Set(routeKeys.map(addressOf));
  return [
    ...[...required].filter((address) => !lineAt.has(address)).map((address) => `nothing says who may ${address}`),
    ...[...lineAt.keys()]
      .filter((address) => !required.has(address))
      .map((address) => `there is no ${address} any more`),
  ];
};
