import { BusinessCaseFacts, businessCase } from '#registers/business-case/record.ts';
import { apiEntryPath, entryPath, registerPath } from '../paths.ts';
import { asking, type Question } from '../question.ts';
import { Entry, entryTitle } from '../registers/register-at.ts';
import type { At, Crumb } from '../screen.ts';
import { placeOf, stageCrumbs } from '../stage/review-at.ts';

const caseId = ({ params }: At): string => params.entryId ?? '';

export const apiCasePath = (at: At): string => apiEntryPath(placeOf(at), businessCase.path, caseId(at));
export const casePath = (at: At): string => entryPath(placeOf(at), businessCase.path, caseId(at));
export const askCase = (at: At): Question<typeof Entry> => asking(apiCasePath(at), Entry);

/** What acts made of a case; of one whose facts cannot be read, nothing. */
export const caseFacts = ({ facts }: Entry): BusinessCaseFacts =>
  BusinessCaseFacts.catch({ outcomes: [] }).parse(facts);

export const caseTitle = (entry: Entry): string => entryTitle(businessCase, entry);

export const caseCrumbs = (at: At, review: string, entry: Entry): readonly Crumb[] => [
  ...stageCrumbs(at, review, false),
  { text: 'Business cases', to: registerPath(placeOf(at), businessCase.path) },
  { text: caseTitle(entry), to: casePath(at) },
];
