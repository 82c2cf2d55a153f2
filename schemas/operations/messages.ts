import * as z from 'zod';
import { EventDestination } from '../event-delivery.ts';
import { ListedMessage } from '../message.ts';
import { ProgrammeEvent } from '../programme-events.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { Nothing, paging } from './request-parts.ts';

export const listMessagesOperation = {
  id: 'listMessages',
  method: 'GET',
  path: '/messages',
  tag: 'People',
  summary:
    'List the messages that were made for the people of your organisation, the latest first, and what became of each',
  host: 'queries',
  useCase: 'list-messages',
  roles: ['programme-office', 'assurance'],
  params: Nothing,
  query: z.strictObject(paging),
  success: { status: 200, schema: pageOf(ListedMessage).meta({ id: 'MessageList' }), mediaTypes: json },
  problems: ['request.invalid', 'role.not-allowed'],
} as const satisfies Operation;

export const listEventsOperation = {
  id: 'listEvents',
  method: 'GET',
  path: '/events',
  tag: 'People',
  summary:
    "List the events that were made for your organisation's own systems, the latest first, and how far each destination has come",
  host: 'queries',
  useCase: 'list-events',
  roles: ['programme-office', 'assurance'],
  params: Nothing,
  query: z.strictObject(paging),
  success: {
    status: 200,
    schema: pageOf(ProgrammeEvent)
      .extend({ destinations: z.array(EventDestination) })
      .meta({ id: 'EventList' }),
    mediaTypes: json,
  },
  problems: ['request.invalid', 'role.not-allowed'],
} as const satisfies Operation;

export const messageOperations: readonly Operation[] = [listMessagesOperation, listEventsOperation];
