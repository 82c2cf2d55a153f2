import { ReviewPosition, ReviewSection, type SectionName } from '#schemas/position.ts';
import type { Removed } from './programme.ts';

const usesIn = (section: SectionName, content: unknown): readonly Removed[] => {
  switch (section) {
    case 'review': {
      const { directorate, portfolio, theme } = ReviewSection.parse(content);
      return [
        ...(directorate === undefined ? [] : [{ list: 'directorates' as const, id: directorate }]),
        ...(portfolio === undefined ? [] : [{ list: 'portfolios' as const, id: portfolio }]),
        ...(theme === undefined ? [] : [{ list: 'themes' as const, id: theme }]),
      ];
    }
    case 'options':
      return ReviewPosition.shape.options
        .parse(content)
        .options.map(({ deliveryModel }) => ({ list: 'deliveryModels', id: deliveryModel }));
    case 'deliveryModels':
      return ReviewPosition.shape.deliveryModels
        .parse(content)
        .map(({ model }) => ({ list: 'deliveryModels', id: model }));
    case 'savings':
      return ReviewPosition.shape.savings
        .parse(content)
        .lines.flatMap(({ objective, directorate }) => [
          ...(directorate === undefined ? [] : [{ list: 'directorates' as const, id: directorate }]),
          ...(objective === undefined ? [] : [{ list: 'objectives' as const, id: objective }]),
        ]);
    case 'budgetLines':
      return ReviewPosition.shape.budgetLines
        .parse(content)
        .flatMap(({ directorate }) => (directorate === undefined ? [] : [{ list: 'directorates', id: directorate }]));
    default:
      return [];
  }
};

/** Whether a review uses a word of the settings, by its position. */
export const usedBy = (position: ReviewPosition, word: Removed): boolean =>
  ReviewPosition.keyof().options.some((section) =>
    usesIn(section, position[section]).some((one) => nameOf(one) === nameOf(word)),
  );

const nameOf = ({ list, id }: Removed): string => `${list}#${id}`;

/** Words of the settings that a section uses and did not use before, each once. `before` is undefined where it was empty. */
export const newlyUsed = (section: SectionName, before: unknown, after: unknown): readonly Removed[] => {
  const used = new Set(before === undefined ? [] : usesIn(section, before).map(nameOf));
  return [...new Map(usesIn(section, after).map((one) => [nameOf(one), one])).values()].filter(
    (one) => !used.has(nameOf(one)),
  );
};
