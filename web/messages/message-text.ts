import { counted } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import type { MessageChoice, Notice } from '#schemas/notices.ts';
import { messagesOfMinePath, yourWorkPath } from '../pages/paths.ts';
import { noticeInWords } from './notice-words.ts';

/** So many are named in one message; whoever has more finds them on their first page. */
const mostNamed = 20;

export interface MessageText {
  readonly subject: string;
  readonly text: string;
}

const line = (notice: Notice, today: LocalDate): string => {
  const { text, when } = noticeInWords(notice, today);
  return `- ${text}${when === undefined ? '' : `, ${when}`}`;
};

const whyOf: Readonly<Record<Exclude<MessageChoice, 'none'>, string>> = {
  daily: 'You get one message on the morning of each working day on which there is something new.',
  'at-once': 'You get a message as soon as there is something new.',
};

/**
 * A message in plain words: what is new, one link, and why it came. It names nobody, and nothing of it is withheld from anybody.
 * @param address where people open the pages, without a final "/"
 */
export const messageText = (
  notices: readonly Notice[],
  {
    address,
    choice,
    today,
  }: { readonly address: string; readonly choice: Exclude<MessageChoice, 'none'>; readonly today: LocalDate },
): MessageText => {
  const named = notices.slice(0, mostNamed);
  const more = notices.length - named.length;
  const [only] = notices;
  const one = notices.length === 1 && only !== undefined ? noticeInWords(only, today) : undefined;
  return {
    subject: one?.text ?? `${counted(notices.length, 'new item')} in the transformation tracker`,
    text: [
      'What is new for you in the transformation tracker:',
      '',
      ...named.map((notice) => line(notice, today)),
      ...(more === 0 ? [] : [`- and ${more} more`]),
      '',
      `Sign in to see it: ${address}${one?.to ?? yourWorkPath}`,
      '',
      `${whyOf[choice]} You can change this: ${address}${messagesOfMinePath}`,
    ].join('\n'),
  };
};
