import { type Channel, ChannelBusy, ChannelRefuses, type Outgoing } from './channel.ts';

/*
 * Channels of Microsoft Teams, by a workflow that posts what its webhook is sent, and of Slack, by an incoming webhook. Neither can say whether
 * it has a message. Their addresses let anybody post: they are secrets. Words are never read as a format: a title may hold any letters.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */

export type ChatService = 'teams' | 'slack';

type Body = (message: Outgoing) => unknown;

/** The lines of a message without its last address, for which a card has a button. */
const linesOf = ({ text, link }: Outgoing): readonly string[] =>
  text.split('\n').filter((line) => line !== '' && (link === undefined || !line.endsWith(link)));

/** Runs of a rich text block are not read as Markdown, as text blocks are. */
const plain = (text: string, more: object = {}): object => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
});

const card: Body = (message) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          plain(message.subject, { weight: 'Bolder', size: 'Medium' }),
          ...linesOf(message).map((line) => plain(line)),
        ],
        actions:
          message.link === undefined ? [] : [{ type: 'Action.OpenUrl', title: 'Sign in to see it', url: message.link }],
      },
    },
  ],
});

/** Slack reads three characters whatever the format. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const slackText: Body = ({ subject, text }) => ({
  text: escaped(`${subject}\n\n${text}`),
  mrkdwn: false,
  unfurl_links: false,
});

const bodyOf: Readonly<Record<ChatService, Body>> = { teams: card, slack: slackText };

const patienceMilliseconds = 15_000;

const isOfThisMachine = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && hostname === '127.0.0.1';

/** @throws ChannelBusy where no address was put in yet: nothing can be sent until somebody does, and no message is to blame */
const addressFrom = (secret: string): URL => {
  const address = URL.parse(secret.trim());
  if (address === null || !(address.protocol === 'https:' || isOfThisMachine(address)))
    throw new ChannelBusy('no address was put in');
  return address;
};

/** @param address the address that the service gave, read when it is needed */
export const chatChannel = (service: ChatService, address: () => Promise<string>): Channel => ({
  deliver: async (message, deadline) => {
    const to = addressFrom(await address());
    const patience = AbortSignal.timeout(patienceMilliseconds);
    const answer = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(bodyOf[service](message)),
      redirect: 'manual',
      signal: deadline === undefined ? patience : AbortSignal.any([deadline, patience]),
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    if (answer.status === 400 || answer.status === 413) throw new ChannelRefuses(String(answer.status));
    // Of a fault of its own it is not known whether the message was taken; of all else it was not.
    if (answer.status >= 500) throw new Error(`the channel answered ${answer.status}`);
    throw new ChannelBusy(String(answer.status));
  },
});
