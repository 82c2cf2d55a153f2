import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { usesWords, type WordUsed, wordsIn } from '#registers/fields.ts';
import type { RecordState } from '#schemas/history.ts';
import { ReviewPosition, ReviewSection, type SectionName } from '#schemas/position.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { idsIn, type Removed } from './programme.ts';
import { nounOf } from './registers/nouns.ts';

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

const declared: readonly (Register & { readonly kind: RegisterKind })[] = registers;

const declarationOf = (kind: RegisterKind): Register => {
  const found = declared.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`there is no register ${kind}`);
  return found;
};

/** The programme's own registers of which an entry may use words of the settings. */
export const registersUsingWords: readonly RegisterKind[] = declared
  .filter(({ scopes, record }) => scopes.includes('programme') && usesWords(record))
  .map(({ kind }) => kind);

/** How an entry is named in a sentence, where it uses a word of the settings; undefined where it does not, or is struck out. */
export const entryUsing = (
  { kind, id, state }: { readonly kind: RegisterKind; readonly id: string; readonly state: RecordState },
  word: Removed,
): string | undefined => {
  const { record, entryName } = declarationOf(kind);
  const uses = state.struckOut === null && wordsIn(record, state.record).some((one) => nameOf(one) === nameOf(word));
  return uses ? entryName(state.record, id) : undefined;
};

/** Why an entry that was struck out is not put back: it uses a word that the settings have lost meanwhile. Null: it uses none such. */
export const lostWordsRefusal = (
  kind: RegisterKind,
  record: RecordState['record'],
  settings: Programme,
): Refusal | null => {
  const lost = wordsIn(declarationOf(kind).record, record).filter(
    ({ list, id }) => !idsIn(settings, list).includes(id),
  );
  return lost.length === 0
    ? null
    : {
        code: 'entry.word-not-listed',
        detail: `The ${nounOf(kind)} is not put back as it was: ${lost.map(whereUsed).join('; ')}. Put these into the settings of the programme again, or correct the ${nounOf(kind)}, and then put it back.`,
      };
};

const whereUsed = ({ list, id, pointer }: WordUsed): string =>
  `${pointer} is ${id}, which the programme's ${list} no longer hold`;
