import type { SpreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';

/** How a spreadsheet is read, without what it is called. */
export type Mapping = Omit<SpreadsheetMapping, 'title' | 'exempt'>;

/** In the place of a field: of which review a row is. */
export const reviewField = '(review)';
/** In the place of a field: by which a row is known again. */
export const referenceField = '(reference)';
/** In the place of a review: the programme itself. */
export const programmeItself = '(programme)';
