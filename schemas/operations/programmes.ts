import * as z from 'zod';
import { everyRole } from '../people.ts';
import { Programme } from '../programme.ts';
import { json, ProgrammeEntry, ProgrammeSummary, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { acting, office, putting, reading, readingAsKnown } from './problem-lists.ts';
import {
  asAtQuery,
  correctionOf,
  Nothing,
  paging,
  programmeParams,
  programmePath,
  twoTimes,
  viewQuery,
} from './request-parts.ts';

export const listProgrammesOperation = {
  id: 'listProgrammes',
  method: 'GET',
  path: '/programmes',
  tag: 'Programmes',
  summary: "List your organisation's programmes",
  host: 'queries',
  useCase: 'list-programmes',
  roles: everyRole,
  params: Nothing,
  query: z.strictObject({ ...asAtQuery.shape, ...paging, ...viewQuery.shape }),
  success: { status: 200, schema: pageOf(ProgrammeSummary).meta({ id: 'ProgrammeList' }), mediaTypes: json },
  problems: reading,
} as const satisfies Operation;

export const getProgrammeOperation = {
  id: 'getProgramme',
  method: 'GET',
  path: programmePath,
  tag: 'Programmes',
  summary: 'Read a programme and its settings',
  host: 'queries',
  useCase: 'get-programme',
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({ ...twoTimes.shape, ...viewQuery.shape }),
  success: { status: 200, schema: ProgrammeEntry, mediaTypes: json },
  problems: [...readingAsKnown, 'programme.unknown'],
} as const satisfies Operation;

export const putProgrammeOperation = {
  id: 'putProgramme',
  method: 'PUT',
  path: programmePath,
  tag: 'Programmes',
  summary: 'Set a programme up or change its settings',
  host: 'commands',
  useCase: 'put-programme',
  roles: office,
  params: programmeParams,
  query: Nothing,
  body: Programme,
  version: 'put',
  success: { status: 200, schema: ProgrammeEntry, mediaTypes: json },
  problems: [...putting, 'programme.id-reserved'],
} as const satisfies Operation;

export const correctProgrammeOperation = {
  id: 'correctProgramme',
  method: 'POST',
  path: `${programmePath}/corrections`,
  tag: 'Programmes',
  summary: "Correct what was recorded of a programme's settings, from the instant at which it was true",
  host: 'commands',
  useCase: 'correct-programme',
  effectiveAt: 'in-body',
  roles: office,
  params: programmeParams,
  query: Nothing,
  body: correctionOf(Programme, 'Programme'),
  success: { status: 200, schema: ProgrammeEntry, mediaTypes: json },
  problems: [...acting, 'effective.not-taken', 'programme.unknown', 'correction.event-unknown'],
} as const satisfies Operation;

export const programmeOperations: readonly Operation[] = [
  listProgrammesOperation,
  getProgrammeOperation,
  putProgrammeOperation,
  correctProgrammeOperation,
];
