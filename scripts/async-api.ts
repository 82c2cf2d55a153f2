import * as z from 'zod';
import { eventSchemaOf, programmeEvents, programmeEventTypes } from '#schemas/programme-events.ts';
import packageJson from '../package.json' with { type: 'json' };

/*
 * The AsyncAPI 3 document of the events that leave the tracker, made from their declarations: what is sent, where, and by what a webhook is
 * signed. https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */

/** `tracker.review.stage-moved` as the name of a component: `reviewStageMoved`. */
const nameOf = (type: string): string =>
  type.replace(/^tracker\./, '').replace(/[.-]([a-z])/g, (_, letter: string) => letter.toUpperCase());

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const isFields = (value: unknown): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema with what it names put in the place of its names: a component is read by itself. */
const inlined = (value: unknown, named: { readonly [name: string]: Json }): unknown => {
  if (Array.isArray(value)) return value.map((one) => inlined(one, named));
  if (!isFields(value)) return value;
  const name = typeof value.$ref === 'string' ? value.$ref.replace('#/$defs/', '') : undefined;
  if (name !== undefined) return inlined(named[name], named);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inlined(one, named)]));
};

const schemaOf = (type: (typeof programmeEventTypes)[number]): unknown => {
  // As it is read: what it does not name may come.
  const { $schema: _, $defs: named = {}, ...schema } = z.toJSONSchema(eventSchemaOf(type), { io: 'input' });
  return inlined(schema, JSON.parse(JSON.stringify(named)));
};

const messages = Object.fromEntries(
  programmeEventTypes.map((type) => [
    nameOf(type),
    {
      name: type,
      title: programmeEvents[type].says,
      contentType: 'application/cloudevents+json',
      payload: { $ref: `#/components/schemas/${nameOf(type)}` },
      bindings: { http: { headers: { $ref: '#/components/schemas/webhookHeaders' }, bindingVersion: '0.3.0' } },
    },
  ]),
);
const refs = (channel: string) =>
  programmeEventTypes.map((type) => ({ $ref: `#/channels/${channel}/messages/${nameOf(type)}` }));
const inChannel = Object.fromEntries(
  programmeEventTypes.map((type) => [nameOf(type), { $ref: `#/components/messages/${nameOf(type)}` }]),
);

const webhookHeaders = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', description: 'The id of the event: the same for every delivery of it' },
    'webhook-timestamp': { type: 'string', description: 'When it was sent, in seconds since 1970' },
    'webhook-signature': {
      type: 'string',
      description:
        'One or more signatures with a space between: `v1,` and the base64 of the HMAC-SHA256 over id, timestamp and body with full stops between',
    },
  },
};

export const asyncApiDocument = (): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Transformation tracker: events of programmes',
    version: packageJson.version,
    description:
      'What happened in the programmes of a council, for its own systems, in the envelope of CloudEvents 1.0. An event holds ids, choices, days and pounds; words, titles and names are read through the API by who may. Each is delivered at least once: what was received under an id before is the same event again. Of two events of one review the higher `change` is later. New types and new fields may come; none is taken out or gets another meaning.',
    license: { name: packageJson.license, url: 'https://opensource.org/license/mit' },
  },
  defaultContentType: 'application/cloudevents+json',
  channels: {
    webhook: {
      title: 'A webhook of the council',
      description:
        'POST to the address that the deployment names, signed as Standard Webhooks has it. Any answer from 200 to 299 takes the event; after any other, and after none in fifteen seconds, the same is sent again.',
      messages: inChannel,
    },
    bus: {
      title: 'The event bus of the deployment',
      description:
        'Amazon EventBridge: `source` is `transformation-tracker`, `detail-type` the type of the event, `detail` the event with its envelope.',
      messages: inChannel,
    },
  },
  operations: {
    sendToWebhook: {
      action: 'send',
      channel: { $ref: '#/channels/webhook' },
      bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      security: [{ $ref: '#/components/securitySchemes/signature' }],
      messages: refs('webhook'),
    },
    sendToBus: {
      action: 'send',
      channel: { $ref: '#/channels/bus' },
      security: [{ $ref: '#/components/securitySchemes/aws' }],
      messages: refs('bus'),
    },
  },
  components: {
    schemas: {
      ...Object.fromEntries(programmeEventTypes.map((type) => [nameOf(type), schemaOf(type)])),
      webhookHeaders,
    },
    messages,
    securitySchemes: {
      signature: {
        type: 'httpApiKey',
        name: 'webhook-signature',
        in: 'header',
        description: 'Shows whoever receives an event that the tracker sent it: they have the secret as well',
      },
      aws: { type: 'http', scheme: 'AWS4-HMAC-SHA256', description: 'By the policies of the account' },
    },
  },
});
