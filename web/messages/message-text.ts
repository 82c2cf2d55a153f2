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
  /** Where it leads. */
  readonly link: string;
}

const line = (notice: Notice, today: LocalDate): string => {
  const { text, when } = noticeInWords(notice, today);
  return `- ${text}${when === undefined ? '' : `, ${when}`}`;
};

const often: Readonly<Record<Exclude<MessageChoice, 'none'>, string>> = {
  daily: 'one message on the morning of each working day on which there is something new',
  'at-once': 'a message as soon as there is something new',
};

interface Around {
  /** Where people open the pages, without a final "/". */
  readonly address: string;
  readonly choice: Exclude<MessageChoice, 'none'>;
  readonly today: LocalDate;
  /** To many at once, none of whom can choose. */
  readonly isToChannel: boolean;
}

const whyOf = ({ address, choice, isToChannel }: Around): string =>
  isToChannel
    ? `This channel gets ${often[choice]}.`
    : `You get ${often[choice]}. You can change this: ${address}${messagesOfMinePath}`;

/** A message in plain words: what is new, one link, and why it came. It names nobody, and nothing of it is withheld from anybody. */
export const messageText = (notices: readonly Notice[], around: Around): MessageText => {
  const { address, today, isToChannel } = around;
  const named = notices.slice(0, mostNamed);
  const more = notices.length - named.length;
  const [only] = notices;
  const one = notices.length === 1 && only !== undefined ? noticeInWords(only, today) : undefined;
  const link = `${address}${one?.to ?? yourWorkPath}`;
  return {
    subject: one?.text ?? `${counted(notices.length, 'new item')} in the transformation tracker`,
    text: [
      isToChannel ? 'What is new in the transformation tracker:' : 'What is new for you in the transformation tracker:',
      '',
      ...named.map((notice) => line(notice, today)),
      ...(more === 0 ? [] : [`- and ${more} more`]),
      '',
      `Sign in to see it: ${link}`,
      '',
      whyOf(around),
    ].join('\n'),
    link,
  };
};
