import { counted, dateInWords, listed, monthInWords, reviewsAndParts, withFullStop } from '#language/in-words.ts';
import { lastDayOf, monthOfDate } from '#language/time.ts';
import type { PageOne, RatedOnPageOne } from '#schemas/page-one.ts';
import { type RatedOrNot, ratingInWords } from '#schemas/rating-names.ts';
import { html } from '../../html.ts';
import { ratingMark } from '../rating-mark.ts';
import { type Answer, asSentence, type Content, firstOf, isShown, type Lengths, within } from './answer.ts';

type Position = NonNullable<PageOne['position']>;

const isRated = (rating: RatedOrNot): boolean => rating !== 'not-rated' && rating !== 'out-of-date';
const isInTrouble = (rating: RatedOrNot | null): boolean => rating === 'red' || rating === 'amber-red';
const sumOf = ({ ratings }: Position, which: (rating: RatedOrNot) => boolean): number =>
  ratings.reduce((sum, { rating, count }) => sum + (which(rating) ? count : 0), 0);

const notInReport: Answer = { words: 'Not said: the ratings are not in this report.', figures: [] };

/** A part of a review is rated as one is. */
const reviewsInWords = (all: number, { counts }: Content): string => reviewsAndParts(all, counts.counted);

/** How many milestones are done, missed, past their day and later than planned. */
const milestonesInWords = (content: Content, { title }: Lengths): string => {
  const { total, done, missed, due, slipped } = content.milestones;
  if (!isShown(content, 'milestones') || total === 0) return '';
  const isPast = ({ dueOn }: (typeof due.rows)[number]): boolean => dueOn < lastDayOf(content.month);
  // The earliest come first: where not all are there, it is known once one is there that is not past its day.
  const isKnown = due.rows.length === due.total || !due.rows.every(isPast);
  const past = isKnown ? due.rows.filter(isPast).length : 0;
  const [first] = missed.rows;
  const late = [
    ...(missed.total === 0
      ? []
      : [
          `${missed.total} missed${first === undefined ? '' : ` (“${within(first.milestone, title)}”${missed.total === 1 ? '' : ' and others'})`}`,
        ]),
    ...(past === 0 ? [] : [`${past} past ${past === 1 ? 'its' : 'their'} day`]),
    ...(slipped.total === 0 ? [] : [`${slipped.total} slipped`]),
  ];
  return ` Milestones: ${done === 0 ? 'none' : done} of ${total} done${[...late, ...(late.length === 0 && isKnown ? ['none late'] : [])].map((one) => `, ${one}`).join('')}.`;
};

/** Reviews of which a rating was given in the month, and counts for nothing while their return is missing. */
const ratedWithoutReturn = ({ ratings, month }: Content): number => {
  const { rows = [], total = 0 } = ratings.outOfDate ?? {};
  if (rows.length < total) return 0;
  return new Set(rows.flatMap(({ review, on }) => (monthOfDate(on) === month ? [review] : []))).size;
};

/** Why the others have no rating that counts. */
const withoutInWords = (position: Position, content: Content): string => {
  const notRated = sumOf(position, (rating) => rating === 'not-rated');
  const stale = sumOf(position, (rating) => rating === 'out-of-date');
  const month = monthInWords(content.month);
  const noReturn = Math.min(stale, ratedWithoutReturn(content));
  const old = stale - noReturn;
  return listed([
    ...(notRated === 0 ? [] : [`${notRated} ${notRated === 1 ? 'is' : 'are'} not rated`]),
    ...(old === 0 ? [] : [`${old} ${old === 1 ? 'has a rating that is' : 'have ratings that are'} out of date`]),
    ...(noReturn === 0
      ? []
      : [`${noReturn} ${noReturn === 1 ? 'was' : 'were'} rated in ${month} and sent no return for it`]),
  ]);
};

/** How the reviews are rated, and of how many nobody can say. */
const ratedInShort = (position: Position, content: Content): Pick<Answer, 'words' | 'shown'> => {
  const all = sumOf(position, () => true);
  const those = reviewsInWords(all, content);
  const rated = position.ratings.filter(({ rating }) => isRated(rating));
  const ratedCount = sumOf(position, isRated);
  const without = withoutInWords(position, content);
  if (ratedCount === 0)
    return {
      words:
        sumOf(position, (rating) => rating === 'not-rated') === all
          ? `Not known: nobody has rated ${all === 1 ? 'the one review' : `any of the ${those}`}.`
          : `Not known: no rating counts for ${monthInWords(content.month)}. Of ${those}, ${without}.`,
    };
  // Where the two voices differ a review counts by the worse of them.
  const worse = content.ratings.differ.total === 0 ? '' : '; where SRO and assurance differ the worse counts';
  const isMost = all - ratedCount > ratedCount;
  // Of those that nobody has rated the number of the others says enough; of any other it is said why.
  const isStale = sumOf(position, (rating) => rating === 'out-of-date') > 0;
  const isOne = ratedCount === 1;
  const are = isStale ? `${isOne ? 'has' : 'have'} a rating that counts` : `${isOne ? 'is' : 'are'} rated`;
  const start = isMost ? `Not known: only ${ratedCount} of ${those} ${are}: ` : `Of ${those}, `;
  const end = `${without === '' || (isMost && !isStale) ? '' : `; ${without}`}${worse}`;
  const verb = (count: number): string => (isMost ? '' : count === 1 ? 'is ' : 'are ');
  const tally = rated.map(({ rating, count }) => `${count} ${verb(count)}${ratingInWords(rating)}`);
  return {
    words: `${start}${listed(tally)}${end}.`,
    shown: html`${start}${rated.map(
      ({ rating, count }, n) =>
        html`${n > 0 && (n === rated.length - 1 ? ' and ' : ', ')}<span class="in-strip">${ratingMark(rating)} ${count}</span>`,
    )}${end}.`,
  };
};

/** Whether the programme is on track, as the record has it: how many reviews have which rating, and how many milestones are late. */
export const onTrack = (content: Content, lengths: Lengths): Answer => {
  const position = content.pageOne?.position;
  if (!position) return notInReport;
  if (sumOf(position, () => true) === 0)
    return { words: 'Not known: no review is counted.', figures: ['counts.counted'] };
  const { words, shown } = ratedInShort(position, content);
  const milestones = milestonesInWords(content, lengths);
  return {
    words: `${words}${milestones}`,
    ...(shown === undefined ? {} : { shown: html`${shown}${milestones}` }),
    figures: [
      ...['ratings.worst', 'ratings.sro.not-rated', 'ratings.last-said-out-of-date'],
      ...(milestones === '' ? [] : ['milestones.missed', 'milestones.slipped']),
    ],
  };
};

/** The voice that rates it so, today's first. */
const leadingOf = ({ said, rating }: RatedOnPageOne) =>
  said.find((one) => one.rating === rating && !one.outOfDate) ?? said.find((one) => one.rating === rating);

/** A contradiction of the records about a review: what it says where nobody gave a reason. */
const contradictionOf = ({ findings }: Content, { review }: RatedOnPageOne): string | undefined =>
  findings.rows.find(({ kind, subject }) => kind === 'contradiction' && subject.review === review)?.because;

/** Since when, and by whom, a review is rated as it is; of a report that kept no day since, when it was said. */
export const sinceInWords = (one: RatedOnPageOne): string => {
  const leading = leadingOf(one);
  if (leading === undefined) return '';
  const { by, on, since } = leading;
  return `by ${by === 'sro' ? 'its SRO' : 'assurance'} ${since === undefined ? `on ${dateInWords(on)}` : `since ${dateInWords(since)}`}`;
};

/** Because of what a review is in trouble: in the words of who rates it so, else of its return, else what contradicts. */
export const reasonOf = (
  one: RatedOnPageOne,
  content: Content,
): { readonly words: string; readonly isQuoted: boolean } => {
  const leading = leadingOf(one);
  const said = [leading?.words, one.returnWords].find((words) => words !== undefined && words !== null && words !== '');
  if (said) return { words: said, isQuoted: true };
  return { words: contradictionOf(content, one) ?? 'no reason was recorded', isQuoted: false };
};

const inTroubleInWords = (one: RatedOnPageOne, content: Content, { title, words }: Lengths): string => {
  const { words: reason, isQuoted } = reasonOf(one, content);
  const short = within(reason, words);
  return `${within(one.title, title)}, ${ratingInWords(one.rating ?? 'not-rated')} ${sinceInWords(one)} (${isQuoted ? `“${short}”` : short})`;
};

/** What the records say against a rating of Green: of one review because of what, of several which. */
const greenWhileRed = ({ findings, foundByRule }: Content, { title, named }: Lengths): string => {
  const total = foundByRule.find(({ rule }) => rule === 'CON-01')?.count ?? 0;
  const found = findings.rows.filter(({ rule }) => rule === 'CON-01');
  const [first] = found;
  if (total === 0) return '';
  if (total === 1 && first !== undefined) return ` ${withFullStop(first.because)}`;
  const names = found.map(({ subject }) => within(subject.title, title));
  const those = first === undefined ? counted(total, 'review') : firstOf(names, total, named);
  return ` ${those} ${total === 1 ? 'is' : 'are'} rated Green overall while savings are red.`;
};

/** That none is in trouble is known of what is rated alone. */
const withoutTrouble = (content: Content): string => {
  const { position } = content.pageOne ?? {};
  const rated = position ? sumOf(position, isRated) : 0;
  if (!position || rated === 0)
    return position && sumOf(position, (rating) => rating === 'out-of-date') > 0
      ? `Not known: no rating counts for ${monthInWords(content.month)}.`
      : 'Not known: nobody has rated any review.';
  const without = sumOf(position, () => true) - rated;
  const none = rated === 1 ? 'The one review that is rated is not' : `None of the ${rated} that are rated is`;
  return `${none} Red or Amber/Red${without === 0 ? '' : `; of the other ${without} it is not known`}.`;
};

/** The reviews in trouble: the first with because of what, the others by name. */
const troubleInWords = (
  rows: readonly RatedOnPageOne[],
  total: number,
  { content, lengths }: { content: Content; lengths: Lengths },
): string => {
  const said = rows.slice(0, lengths.named).map((one) => inTroubleInWords(one, content, lengths));
  const others = firstOf(
    rows
      .slice(said.length)
      .map((one) => `${within(one.title, lengths.title)} (${ratingInWords(one.rating ?? 'not-rated')})`),
    total - said.length,
    lengths.named === 1 ? 1 : lengths.named + 1,
  );
  return asSentence(`${said.join('; ')}${others === '' ? '' : `; also ${others}`}`);
};

/** Which reviews are in trouble, since when and because of what; where none is, of how many that is known. */
export const inTrouble = (content: Content, lengths: Lengths): Answer => {
  const { position, worse } = content.pageOne ?? {};
  if (!position || !worse) return notInReport;
  const total = sumOf(position, isInTrouble);
  const figures = ['ratings.sro.red', 'ratings.assurance.red', 'ratings.sro.amber-red', 'ratings.assurance.amber-red'];
  const contradicted = greenWhileRed(content, lengths);
  const became = worse.total === 0 ? '' : ` ${counted(worse.total, 'review')} became worse.`;
  if (total === 0) return { words: `${withoutTrouble(content)}${became}${contradicted}`, figures };
  const rows = worse.rows.filter(({ rating }) => isInTrouble(rating));
  const alsoWorse = worse.total - total;
  const lead = `${counted(total, 'is', 'are')} Red or Amber/Red${alsoWorse === 0 ? '' : `; ${alsoWorse} more became worse`}.${contradicted}`;
  return rows.length === 0
    ? { words: `${counted(total, 'review is', 'reviews are')} Red or Amber/Red.${contradicted}`, figures }
    : { words: `${troubleInWords(rows, total, { content, lengths })}${contradicted}`, lead, figures };
};

/** What assurance says, apart from the SROs. */
export const assuranceSays = (content: Content, { title, named }: Lengths): Answer => {
  const { position } = content.pageOne ?? {};
  if (!position || !isShown(content, 'ratings')) return notInReport;
  const { assurance, differ } = content.ratings;
  const names = new Map((position.assurance ?? []).map((one) => [one.rating, one.titles]));
  const given = assurance.filter(({ rating, share }) => rating !== 'not-rated' && share.numerator > 0);
  const worstFirst = [
    ...given.filter(({ rating }) => isRated(rating)).toReversed(),
    ...given.filter(({ rating }) => !isRated(rating)),
  ];
  const all = sumOf(position, () => true);
  const figures = [
    ...worstFirst.map(({ rating }) => `ratings.assurance.${rating}`),
    'ratings.differ',
    'ratings.assurance.not-rated',
  ];
  if (given.length === 0)
    return {
      words: `Nothing: assurance has rated ${all === 1 ? 'no review' : `none of the ${reviewsInWords(all, content)}`}.`,
      figures,
    };
  const count = given.reduce((sum, { share }) => sum + share.numerator, 0);
  const each = worstFirst.map(({ rating, share: { numerator } }) => {
    const titles = (names.get(rating) ?? []).map((one) => within(one, title));
    const whose = isAsked(rating) && titles.length > 0 ? ` (${firstOf(titles, numerator, named)})` : '';
    const how = isRated(rating) ? ratingInWords(rating) : 'not of today, or without a return';
    return `${worstFirst.length > 1 || numerator < 2 ? numerator : numerator === 2 ? 'both' : 'all'} ${how}${whose}`;
  });
  const most = named > 2 || differ.total === 2 ? 2 : 1;
  const differing = differ.rows
    .slice(0, most)
    .map((one) => `${within(one.title, title)} (the SRO says ${ratingInWords(one.sro)})`);
  const more = differ.total - differing.length;
  const others = differing.length === 0 ? '' : listed([...differing, ...(more === 0 ? [] : [`${more} more`])]);
  return {
    words: `It has rated ${count} of ${all}: ${listed(each)}${others === '' ? '' : `; it differs from the SRO on ${others}`}.`,
    figures,
  };
};
/** Of what goes well, and of what nobody says today, the number says enough. */
const isAsked = (rating: RatedOrNot): boolean => isInTrouble(rating) || rating === 'amber';
