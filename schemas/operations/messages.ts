import * as z from 'zod';
import { ListedMessage } from '../message.ts';
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

export const messageOperations: readonly Operation[] = [listMessagesOperation];
