import * as z from 'zod';
import {
  type CreateDocumentOptions,
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { FinancialYear, GivenInstant, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import packageJson from '../package.json' with { type: 'json' };
import { ODataError } from './feeds.ts';
import { Pounds, SignedPounds } from './figures.ts';
import { Id, KnownId, KnownSubject, Subject } from './ids.ts';
import { ETag, fromMemory, header, Location, RetryAfter } from './openapi-headers.ts';
import { introduction } from './openapi-introduction.ts';
import { saidOnce } from './openapi-once.ts';
import { bodyTypeOf, isFileType, type MediaType, type Operation, operations, takesEffectiveAt } from './operations.ts';
import { everyRole, isPersonRole, type Role } from './people.ts';
import { Problem, type ProblemCode, problems } from './problems.ts';

/** What the gateway answers by itself. */
const EdgeAnswer = z
  .object({ message: z.string() })
  .meta({ id: 'EdgeAnswer', description: 'What the gateway in front answers by itself, before the tracker sees it' });

const problemContent = { 'application/problem+json': { schema: Problem } };
const edgeContent = { 'application/json': { schema: EdgeAnswer } };

const pascal = (text: string): string =>
  text.replaceAll(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
const sentenceOf = (code: ProblemCode): string => `- \`${code}\`: ${problems[code].title}`;
const answers = new Map<string, ZodOpenApiResponseObject>();
// Answers with few codes are the same for many operations: each is once among the components, as one instance.
const problemAnswer = (codes: readonly ProblemCode[], edge?: string): ZodOpenApiResponseObject => {
  const id = `${codes.map(pascal).join('Or')}${edge === undefined ? '' : 'OrOfTheEdge'}`;
  const key = `${id} ${edge ?? ''}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = {
    description: [...codes.map(sentenceOf), ...(edge === undefined ? [] : [`- Of the edge: ${edge}`])].join('\n'),
    content: { ...(codes.length === 0 ? {} : problemContent), ...(edge === undefined ? {} : edgeContent) },
    ...(codes.length > 0 && codes.length <= 3 ? { id } : {}),
  };
  answers.set(key, answer);
  return answer;
};

const odataAnswer = (codes: readonly ProblemCode[]): ZodOpenApiResponseObject => ({
  description: codes.map(sentenceOf).join('\n'),
  content: { 'application/json': { schema: ODataError } },
});

const signInAnswer: ZodOpenApiResponseObject = {
  ...problemAnswer(['token.missing', 'token.not-accepted'], 'no token, or one that its authorizer does not accept'),
  id: 'SignInFirst',
};
const crowded = 'more requests from everybody together than the gateway lets through; try again in a few seconds';
const tooManyAnswer: ZodOpenApiResponseObject = {
  ...problemAnswer(['rate.exceeded'], crowded),
  headers: z.object({ 'Retry-After': RetryAfter }),
  id: 'TooManyRequests',
};
const edgeTooManyAnswer: ZodOpenApiResponseObject = { ...problemAnswer([], crowded), id: 'EdgeTooManyRequests' };
const faultAnswer: ZodOpenApiResponseObject = { ...problemAnswer(['fault']), id: 'Fault' };
const busyAnswer: ZodOpenApiResponseObject = {
  ...problemAnswer(['store.busy'], 'the tracker did not answer in time'),
  headers: z.object({ 'Retry-After': RetryAfter }),
  id: 'Busy',
};
const edgeBusyAnswer: ZodOpenApiResponseObject = {
  ...problemAnswer([], 'the tracker did not answer in time'),
  id: 'EdgeBusy',
};

const answersAnEntry = (operation: Operation): boolean =>
  operation.success.schema instanceof z.ZodObject && 'recordedBy' in operation.success.schema.shape;
const isReportRead = ({ useCase }: Operation): boolean => useCase === 'get-report' || useCase === 'get-report-lines';

/** What is no JSON: a text, or the bytes of a file. */
const contentOf = (type: MediaType) => ({
  schema: isFileType(type) ? z.string().meta({ format: 'binary' }) : z.string(),
});

const successAnswers = (operation: Operation): ZodOpenApiResponsesObject => {
  const { status, schema, mediaTypes } = operation.success;
  const content = Object.fromEntries(
    mediaTypes.map((type) => [type, type === 'application/json' ? { schema } : contentOf(type)]),
  );
  const headers = {
    ...(answersAnEntry(operation) || isReportRead(operation)
      ? { headers: z.object({ ETag, ...(operation.useCase === 'get-report' ? fromMemory : {}) }) }
      : {}),
    ...(status === 202 ? { headers: z.object({ Location }) } : {}),
  };
  const words = { 200: 'As asked', 201: 'Recorded', 202: 'Accepted; it is done in the background' };
  return {
    [`${status}`]: { description: words[status], content, ...headers },
    ...(operation.version === 'put' ? { '201': { description: 'Created', content, ...headers } } : {}),
    ...(isReportRead(operation) ? { '304': { description: 'Nothing has changed since the `ETag` given' } } : {}),
  };
};

const problemAnswers = (operation: Operation): ZodOpenApiResponsesObject => {
  const byStatus = Map.groupBy(new Set(operation.problems), (code) => problems[code].status);
  if (operation.body !== undefined) byStatus.set(413, byStatus.get(413) ?? []);
  const stated = [...byStatus].map(([status, codes]) => [
    `${status}`,
    operation.errors === 'odata'
      ? odataAnswer(codes)
      : problemAnswer(codes, status === 413 ? 'a request over its own limit' : undefined),
  ]);
  const signedIn = operation.roles !== 'anyone';
  return {
    ...Object.fromEntries(stated),
    ...(signedIn ? { '401': signInAnswer } : {}),
    '429': signedIn ? tooManyAnswer : edgeTooManyAnswer,
    '500': faultAnswer,
    '503': signedIn ? busyAnswer : edgeBusyAnswer,
  };
};

const headersOf = (operation: Operation) =>
  z.object({
    ...(operation.version === 'put' && operation.versionOptional === true
      ? { 'If-None-Match': header.ifNoneMatchOrNeither, 'If-Match': header.ifMatchOrNeither }
      : {}),
    ...(operation.version === 'put' && operation.versionOptional !== true
      ? { 'If-None-Match': header.ifNoneMatchToCreate, 'If-Match': header.ifMatchToChange }
      : {}),
    ...(operation.version === 'if-match' ? { 'If-Match': header.ifMatch } : {}),
    ...(isReportRead(operation) ? { 'If-None-Match': header.ifNoneMatch } : {}),
    ...(operation.method === 'POST' ? { 'Idempotency-Key': header.key } : {}),
    ...(operation.method === 'PUT' || operation.method === 'PATCH' ? { 'Idempotency-Key': header.keyOfPut } : {}),
    ...(takesEffectiveAt(operation) ? { 'Effective-At': header.effectiveAt } : {}),
  });

/** The roles of an operation in words: `programme-office, sro`, `anyone who has signed in`, `anyone`. */
export const rolesInWords = (roles: readonly Role[] | 'anyone'): string => {
  if (roles === 'anyone') return 'anyone';
  const machines = roles.filter((role) => !isPersonRole(role));
  return roles.length - machines.length === everyRole.length
    ? ['anyone who has signed in', ...machines].join(', ')
    : roles.join(', ');
};

// An OpenAPI 3.1 requirement may name roles; several requirements are alternatives.
const securityOf = (roles: readonly Role[] | 'anyone') => {
  if (roles === 'anyone') return [];
  return roles.length === everyRole.length ? [{ token: [] }] : roles.map((role) => ({ token: [role] }));
};

const pathWords: Readonly<Record<string, string>> = {
  programmeId: 'The programme',
  reviewId: 'The review',
  entryId: 'The entry, by the id its writer chose',
  month: 'The month of the report',
  revision: 'The number of the revision, from 1',
  figure: 'The figure, by the name that the list of figures gives it',
  runId: 'The run, as the answer to the request for it named it',
  asset: 'The file',
  personId: 'The person, by the id that records name them by',
  table: 'The table, by the name that the list of tables gives it',
  resource: "A table, one of its rows as `risks('property.lease')`, or `$metadata`",
  transferId: 'The transfer, by the id that its proposal was given',
};
const pathParts = new Map<string, z.ZodType>();
/** A part of a path with its words; ids and months stand once among the components, as one instance. */
const pathPart = (name: string, schema: z.ZodType): z.ZodType => {
  const description = pathWords[name];
  if (description === undefined) throw new Error(`no words for the path part ${name}`);
  const id = schema === Id ? pascal(name) : schema === ReportMonth ? `${pascal(name)}OfMonth` : undefined;
  const part =
    (id === undefined ? undefined : pathParts.get(id)) ??
    schema.meta({ description, ...(id === undefined ? {} : { param: { id } }) });
  if (id !== undefined) pathParts.set(id, part);
  return part;
};
const pathOf = (operation: Operation) =>
  z.object(
    Object.fromEntries(Object.entries(operation.params.shape).map(([name, schema]) => [name, pathPart(name, schema)])),
  );

/** The body of a request; what is put into a register has the example of its declaration. */
const bodyOf = ({ register }: Operation, schema: z.ZodType) => ({
  schema,
  ...(register !== undefined && schema === register.record ? { example: register.example } : {}),
});

const describe = (operation: Operation): ZodOpenApiOperationObject => ({
  operationId: operation.id,
  tags: [operation.tag],
  summary: operation.summary,
  description: `Who: ${rolesInWords(operation.roles)}.${isReportRead(operation) ? ' `Accept` chooses the format.' : ''}`,
  security: securityOf(operation.roles),
  requestParams: { path: pathOf(operation), query: operation.query, header: headersOf(operation) },
  ...(operation.body === undefined
    ? {}
    : { requestBody: { required: true, content: { [bodyTypeOf(operation)]: bodyOf(operation, operation.body) } } }),
  responses: { ...successAnswers(operation), ...problemAnswers(operation) },
});

const tagWords: Readonly<Record<string, string>> = {
  Programmes: 'The programme and its settings: boards, portfolios, stage model, risk matrix, reporting days.',
  Reviews: 'Reviews, the gates between their stages, moves and waivers.',
  'Options appraisal': 'How the options of a review are judged, and what follows from it.',
  Reports: 'The monthly report: published once, revised only with a reason, pulled in one call.',
  People: 'The people of the organisation: who they are, what they are called, who acts for whom.',
  Transfers: 'Programmes that go to another organisation of the deployment, both offices agreeing.',
  Record: 'Who recorded what and when, and the whole record to take away and check.',
  Feeds: 'The record and published reports as flat tables for tools, in the public view, with their data dictionary.',
  OData:
    'The same tables as an OData 4.0 service, to be read. A refusal has the form of OData: `error`, with the problem as its `innererror`.',
  Front: 'What needs no token.',
};
const wordsOfRegister = (tag: string): string => {
  const register = registers.find((one: Register) => one.path.replaceAll('-', ' ') === tag.toLowerCase());
  if (register === undefined) throw new Error(`no words for the tag ${tag}`);
  const scopes = register.scopes.map((scope) => (scope === 'review' ? 'of a review' : 'of the programme itself'));
  return `The register of ${register.path.replaceAll('-', ' ')}, ${scopes.join(' and ')}. ${register.purpose} Kept by: ${rolesInWords(register.writers)}.`;
};

// zod states the limits of safe integers and that names are strings: neither says anything.
const plainly: CreateDocumentOptions['override'] = ({ jsonSchema }) => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (JSON.stringify(jsonSchema.propertyNames) === '{"type":"string"}') delete jsonSchema.propertyNames;
};

/** The OpenAPI 3.1 document of the whole API, made from the list of operations; the same for every caller. */
export const openApiDocument = (): object => {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation),
    };
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Transformation tracker',
        version: packageJson.version,
        description: introduction,
        license: { name: packageJson.license, identifier: packageJson.license },
      },
      servers: [{ url: '/', description: 'Where this document was served from' }],
      tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({
        name,
        description: tagWords[name] ?? wordsOfRegister(name),
      })),
      paths,
      components: {
        schemas: {
          Id,
          KnownId,
          Subject,
          KnownSubject,
          Instant,
          GivenInstant,
          LocalDate,
          ReportMonth,
          FinancialYear,
          Pounds,
          SignedPounds,
        },
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: "An access token of the organisation's OpenID Connect issuer",
          },
        },
      },
    },
    { override: plainly },
  );
  // Any JSON value is a recursive schema that zod numbers anew wherever it is met; all of them are one.
  return saidOnce(JSON.stringify(document).replaceAll(/__schema\d+/g, 'AnyJson'));
};
