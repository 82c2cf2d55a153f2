import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type EventDestination, NotTaken } from './event-destination.ts';

/*
 * A bus of Amazon EventBridge. An event is the detail of an entry, its type is the detail's type; what the bus numbers anew has its own id in
 * the detail. Some entries of a call may fail, and others not: what follows the first that failed is sent again.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */

/** What rules of the bus know our events by. */
export const busSource = 'transformation-tracker';

export const eventBus = ({
  name,
  endpoint,
}: {
  readonly name: string;
  readonly endpoint?: string | undefined;
}): EventDestination => {
  let client: EventBridgeClient | undefined;
  const opened = (): EventBridgeClient => {
    client ??= new EventBridgeClient({
      maxAttempts: 3,
      requestHandler: { requestTimeout: 5_000, connectionTimeout: 1_000, throwOnRequestTimeout: true },
      ...(endpoint === undefined ? {} : { endpoint }),
    });
    return client;
  };
  return {
    id: 'bus',
    mostAtOnce: 10,
    deliver: async (events, deadline) => {
      const { Entries: answers = [] } = await opened().send(
        new PutEventsCommand({
          Entries: events.map((event) => ({
            EventBusName: name,
            Source: busSource,
            DetailType: event.type,
            Time: new Date(event.time),
            Resources: [event.subject],
            Detail: JSON.stringify(event),
          })),
        }),
        deadline === undefined ? {} : { abortSignal: deadline },
      );
      const failed = answers.findIndex(({ ErrorCode }) => ErrorCode !== undefined);
      if (failed === 0) throw new NotTaken(answers[0]?.ErrorCode ?? 'unknown');
      return failed === -1 ? events.length : failed;
    },
  };
};
