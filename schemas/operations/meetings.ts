import * as z from 'zod';
import { ProposedAgenda } from '#registers/meeting/projections.ts';
import { meeting } from '#registers/meeting/record.ts';
import { Id } from '../ids.ts';
import { everyRole } from '../people.ts';
import { json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { reading } from './problem-lists.ts';
import { registerTag } from './register-schemas.ts';
import { paging, programmeParams, programmePath, viewQuery } from './request-parts.ts';

export const getMeetingAgendaOperation = {
  id: 'getMeetingAgenda',
  method: 'GET',
  path: `${programmePath}/meetings/{entryId}/agenda`,
  tag: registerTag(meeting),
  summary: 'The agenda that is proposed for a meeting, from what is due: page by page of reviews',
  host: 'queries',
  useCase: 'get-meeting-agenda',
  roles: everyRole,
  params: z.strictObject({ ...programmeParams.shape, entryId: Id }),
  query: z.strictObject({ ...paging, ...viewQuery.shape }),
  success: { status: 200, schema: ProposedAgenda, mediaTypes: json },
  problems: [...reading, 'programme.unknown', 'entry.unknown', 'store.busy'],
} as const satisfies Operation;

export const meetingOperations: readonly Operation[] = [getMeetingAgendaOperation];
