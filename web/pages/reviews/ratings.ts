import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { Rating, RatingFacts, rating } from '#registers/rating/record.ts';
import { type RatingName, ratingInWords } from '#schemas/rating-names.ts';
import { bulletList, link, paragraph, type TagColour, tag } from '../../design/blocks.ts';
import { summaryCard } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { apiReviewPath, entryPath, newEntryPath, registerPath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { addingTo } from '../registers/register-at.ts';
import { may, type Viewer } from '../screen.ts';

/* How confident the SRO and assurance are, on the page of a review. */

const colours: Readonly<Record<RatingName, TagColour>> = {
  green: 'green',
  'amber-green': 'teal',
  amber: 'yellow',
  'amber-red': 'orange',
  red: 'red',
};

export const ratingTag = (name: RatingName): Html => tag(ratingInWords(name), colours[name]);

/** Of each voice the page has so many; the register has all. */
const mostRatings = 4;

const Ratings = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      record: Rating.pick({ on: true, overall: true }).loose(),
      facts: RatingFacts.pick({ source: true }),
      struckOut: z.object({}).nullable(),
    }),
  ),
});

export const askRatings = (programme: string, review: string) =>
  orNothing(
    asking(`${apiReviewPath(programme, review)}/${rating.path}`, Ratings, {
      ...{ sort: 'on', order: 'descending', limit: String(mostRatings) },
    }),
  );

export const ratingsCard = (
  at: { programme: string; review: string },
  ratings: z.output<typeof Ratings> | null,
  viewer: Viewer,
): Html => {
  const given = (ratings?.items ?? []).filter(({ struckOut }) => struckOut === null);
  return summaryCard({
    title: 'Ratings',
    actions: [
      ...(may(viewer, rating.writers) ? [{ to: newEntryPath(at, rating.path), text: addingTo(rating).text }] : []),
      { to: registerPath(at, rating.path), text: 'See all' },
    ],
    content:
      given.length === 0
        ? paragraph('Not rated yet.')
        : bulletList(
            given.map(
              ({ id, record: { on, overall }, facts: { source } }) =>
                html`${ratingTag(overall.rating)} ${link(entryPath(at, rating.path, id), `${source === 'sro' ? 'The SRO' : 'Assurance'}, ${dateInWords(on)}`)}<br>${overall.words}`,
            ),
          ),
  });
};
