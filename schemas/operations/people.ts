import * as z from 'zod';
import { Subject } from '../ids.ts';
import { everyRole } from '../people.ts';
import {
  ChooseMessages,
  DirectoryEntry,
  ErasePerson,
  Me,
  PassedOn,
  PassOn,
  PersonEntry,
  PersonRecord,
  PersonSummary,
} from '../person.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { office, team } from './problem-lists.ts';
import { Nothing, paging, viewQuery } from './request-parts.ts';

const personParams = z.strictObject({ personId: Subject.meta({ description: 'What records name the person by' }) });

const writing = [
  'request.malformed',
  'request.invalid',
  'role.not-allowed',
  'effective.out-of-order',
  'version.stale',
  'version.exists',
  'version.of-another',
  'version.missing',
  'request.too-large',
  'media-type.not-json',
  'idempotency.key-reused',
  'content.breaks-rule',
] as const;

export const getMeOperation = {
  id: 'getMe',
  method: 'GET',
  path: '/me',
  tag: 'People',
  summary: 'Who asks, in which roles, for whom they act and which reviews they answer for',
  // It notes the day on which somebody was last seen.
  host: 'commands',
  useCase: 'get-me',
  roles: everyRole,
  params: Nothing,
  query: z.strictObject({ ...viewQuery.shape }),
  success: { status: 200, schema: Me, mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed', 'view.not-allowed'],
} as const satisfies Operation;

export const chooseMessagesOperation = {
  id: 'chooseMessages',
  method: 'POST',
  path: '/me/messages',
  tag: 'People',
  summary: 'Choose how you get messages about what waits for you: once a day, at once, or none',
  host: 'commands',
  useCase: 'choose-messages',
  effectiveAt: 'none',
  roles: everyRole,
  params: Nothing,
  query: Nothing,
  body: ChooseMessages,
  success: { status: 200, schema: PersonEntry, mediaTypes: json },
  problems: [
    'request.malformed',
    'request.invalid',
    'role.not-allowed',
    'request.too-large',
    'media-type.not-json',
    'idempotency.key-missing',
    'idempotency.key-reused',
    'effective.not-taken',
    'person.unknown',
  ],
} as const satisfies Operation;

export const listPeopleOperation = {
  id: 'listPeople',
  method: 'GET',
  path: '/people',
  tag: 'People',
  summary: 'List the people of your organisation: who holds which role, and when they were last seen',
  host: 'queries',
  useCase: 'list-people',
  roles: ['programme-office', 'assurance'],
  params: Nothing,
  query: z.strictObject(paging),
  success: { status: 200, schema: pageOf(PersonSummary).meta({ id: 'PeopleList' }), mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed'],
} as const satisfies Operation;

export const listDirectoryOperation = {
  id: 'listDirectory',
  method: 'GET',
  path: '/directory',
  tag: 'People',
  summary: 'List whom records may name, by name and post',
  host: 'queries',
  useCase: 'list-people',
  roles: team,
  params: Nothing,
  query: z.strictObject(paging),
  success: { status: 200, schema: pageOf(DirectoryEntry).meta({ id: 'Directory' }), mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed'],
} as const satisfies Operation;

export const getPersonOperation = {
  id: 'getPerson',
  method: 'GET',
  path: '/people/{personId}',
  tag: 'People',
  summary: 'Read what the register says of a person',
  host: 'queries',
  useCase: 'get-person',
  roles: office,
  params: personParams,
  query: Nothing,
  success: { status: 200, schema: PersonEntry, mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed', 'person.unknown'],
} as const satisfies Operation;

export const putPersonOperation = {
  id: 'putPerson',
  method: 'PUT',
  path: '/people/{personId}',
  tag: 'People',
  summary: 'Add a person, before they ever sign in, or change their name, post, address or deputies',
  host: 'commands',
  useCase: 'put-person',
  roles: office,
  params: personParams,
  query: Nothing,
  body: PersonRecord,
  version: 'put',
  success: { status: 200, schema: PersonEntry, mediaTypes: json },
  problems: [...writing, 'person.unknown'],
} as const satisfies Operation;

export const erasePersonOperation = {
  id: 'erasePerson',
  method: 'POST',
  path: '/people/{personId}/erasure',
  tag: 'People',
  summary: 'Erase a person: every name, post and address, for good; records name them by their id alone',
  host: 'commands',
  useCase: 'erase-person',
  effectiveAt: 'none',
  roles: office,
  params: personParams,
  query: Nothing,
  body: ErasePerson,
  version: 'if-match',
  success: { status: 200, schema: PersonEntry, mediaTypes: json },
  problems: [...writing, 'idempotency.key-missing', 'effective.not-taken', 'person.unknown'],
} as const satisfies Operation;

export const passOnOperation = {
  id: 'passOn',
  method: 'POST',
  path: '/people/{personId}/handover',
  tag: 'People',
  summary: 'Pass all that a person answers for on to another: reviews that they are an SRO of or lead, and deputies',
  host: 'commands',
  useCase: 'pass-on',
  roles: office,
  params: personParams,
  query: Nothing,
  body: PassOn,
  success: { status: 200, schema: PassedOn, mediaTypes: json },
  problems: [
    'request.malformed',
    'request.invalid',
    'role.not-allowed',
    'request.too-large',
    'media-type.not-json',
    'idempotency.key-missing',
    'idempotency.key-reused',
    'content.breaks-rule',
    'person.unknown',
  ],
} as const satisfies Operation;

export const peopleOperations: readonly Operation[] = [
  getMeOperation,
  chooseMessagesOperation,
  listPeopleOperation,
  listDirectoryOperation,
  getPersonOperation,
  putPersonOperation,
  erasePersonOperation,
  passOnOperation,
];
