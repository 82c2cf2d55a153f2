import type { FigureOfReport } from '#domain/report/figures/figure.ts';
import {
  type At,
  type FiguresOfRecords,
  figuresOfRecords,
  itselfNamed,
  reviewItself,
  subjectItself,
} from '#domain/report/figures/of-records.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { EngagementSection } from './record.ts';

type Engagement = ReportContent['engagement'];

const rule = {
  id: 'MARKET-5',
  sentence: 'What took place is counted in every review, whatever became of it, and in the programme.',
};
const once = {
  id: 'MARKET-2',
  sentence:
    'One organisation that answers for five reviews is one organisation and five responses: it is counted with the first of them by id.',
};
const unnamed = {
  id: 'MARKET-3',
  sentence: 'What a paper states without naming anybody is added to the named ones and shown apart.',
};
const ofReviews = { id: 'MARKET-5', sentence: 'The share of reviews engaged is of counted ones.' };

const sectionAt = ({ review, setting }: At): EngagementSection =>
  review === null ? setting.programmeWide.engagement : review.position.engagement;

const statedIn = ({ stated }: EngagementSection, name: 'responses' | 'organisations' | 'invitedIn'): number =>
  stated.reduce((sum, one) => sum + (one[name] ?? 0), 0);

const bySubject = figuresOfRecords({
  ...subjectItself,
  part: 'engagement',
  whose: 'every',
  rule,
  figures: {
    engagements: {
      title: 'Engagements with the market',
      value: ({ engagements }) => engagements,
      gives: (at) => sectionAt(at).engagements,
    },
    'programme-wide': {
      title: 'Engagements of the programme itself',
      value: ({ programmeWide }) => programmeWide,
      gives: (at) => (at.review === null ? sectionAt(at).engagements : 0),
    },
    responses: {
      title: 'Responses',
      value: ({ responses }) => responses,
      gives: (at) => sectionAt(at).responses + statedIn(sectionAt(at), 'responses'),
      rule: once,
    },
    'stated-responses': {
      title: 'Responses known by number only',
      value: ({ statedOnly }) => statedOnly.responses,
      gives: (at) => statedIn(sectionAt(at), 'responses'),
      rule: unnamed,
    },
    'stated-organisations': {
      title: 'Organisations known by number only',
      value: ({ statedOnly }) => statedOnly.organisations,
      gives: (at) => statedIn(sectionAt(at), 'organisations'),
      rule: unnamed,
    },
    'stated-invited-in': {
      title: 'Invited in, known by number only',
      value: ({ statedOnly }) => statedOnly.invitedIn,
      gives: (at) => statedIn(sectionAt(at), 'invitedIn'),
      rule: unnamed,
    },
  },
});

const byReview = figuresOfRecords({
  ...reviewItself,
  part: 'engagement',
  whose: 'counted',
  unit: 'reviews',
  rule: ofReviews,
  figures: {
    'reviews-engaged': {
      title: 'Reviews engaged with the market',
      value: ({ reviewsEngaged }) => reviewsEngaged.numerator,
      gives: ({ position }) => position.engagement.engagements > 0,
    },
    'decided-not-to': {
      title: 'Reviews that decided not to engage',
      value: ({ decidedNotTo }) => decidedNotTo,
      gives: ({ position }) => position.engagement.decidedNotTo,
    },
  },
});

/** Each once over all reviews, so that what a review gives is known once all are: the report keeps it in the part. */
const countedOnce = (
  name: 'organisations' | 'invitedIn',
  { figure, title }: { readonly figure: string; readonly title: string },
  { engagement, programme }: { readonly engagement: Engagement; readonly programme: ReportContent['programme'] },
): FigureOfReport[] => {
  const { countedWith } = engagement;
  if (countedWith === undefined) return [];
  const { total, rows } = countedWith[name];
  return [
    {
      ...{ figure, title, part: 'engagement', unit: 'records', value: engagement[name], rule: once },
      rows: {
        total,
        rows: rows.map(({ review, title: of, count }) => ({
          ...{ review, title: of, amount: count, because: null },
          ...itselfNamed(review, programme.id),
        })),
      },
    },
  ];
};

const organisations: FiguresOfRecords = {
  part: 'engagement',
  rules: [once],
  asked: (content) => [
    ...countedOnce('organisations', { figure: 'engagement.organisations', title: 'Organisations' }, content),
    ...countedOnce('invitedIn', { figure: 'engagement.invited-in', title: 'Organisations invited in' }, content),
  ],
  given: () => [],
};

export const engagementInFigures = [bySubject, byReview, organisations];
