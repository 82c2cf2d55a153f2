import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * Teams and Slack on a real server, as their documents have it: a workflow answers 202 to a message with an Adaptive Card and 400 to anything else,
 * an incoming webhook 200 and "ok" to a text, 400 "no_text" without one, and 404 "no_service" once it is gone.
 */

export interface Card {
  readonly type: string;
  readonly attachments: readonly {
    readonly contentType: string;
    readonly content: {
      readonly type: string;
      readonly version: string;
      readonly body: readonly { readonly type: string; readonly inlines: readonly { readonly text: string }[] }[];
      readonly actions: readonly { readonly type: string; readonly url: string }[];
    };
  }[];
}
export interface SlackMessage {
  readonly text: string;
  readonly mrkdwn: boolean;
}

export const startChatServer = async () => {
  const cards: Card[] = [];
  const texts: SlackMessage[] = [];
  /** What comes next in place of what the service does. */
  const faults: (number | 'cut off after it was taken')[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const some of request) body += String(some);
    const fault = faults.shift();
    const answer = (status: number, text: string) => response.writeHead(status).end(text);
    if (typeof fault === 'number') return answer(fault, 'no_service');
    const message: Card & SlackMessage = JSON.parse(body);
    const isTeams = request.url?.startsWith('/workflows/');
    const fits = isTeams
      ? message.type === 'message' && message.attachments[0]?.contentType === 'application/vnd.microsoft.card.adaptive'
      : typeof message.text === 'string' && message.text !== '';
    if (!fits) return answer(400, isTeams ? 'TriggerInputSchemaMismatch' : 'no_text');
    if (isTeams) cards.push(message);
    else texts.push(message);
    if (fault !== undefined) return request.socket.destroy();
    return isTeams ? answer(202, '') : answer(200, 'ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    teams: `${origin}/workflows/1/triggers/manual/paths/invoke?sig=secret`,
    slack: `${origin}/services/T0/B0/secret`,
    cards,
    texts,
    faults,
    stop: () => server.close(),
  };
};
export type ChatServer = Awaited<ReturnType<typeof startChatServer>>;

/** The lines of a card as people read them. */
export const linesOfCard = ({ attachments: [only] }: Card): readonly string[] =>
  (only?.content.body ?? []).map(({ inlines }) => inlines.map(({ text }) => text).join(''));
