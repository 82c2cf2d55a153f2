import type { Register } from '#registers/declaration.ts';

/** What follows the address of a register: of the page on which it goes out as a workbook and comes back, and of the workbook. */
export const workbookPage = '/_workbook';
export const workbookFilePage = '/_workbook/file';

/** Registers that are gone through every month: their entries are changed together (docs/meaning.md WRITE-27), and have titles. */
export const hasWorkbook = ({ reviewedNoChange, across, byActOnly }: Register): boolean =>
  reviewedNoChange === true && across !== undefined && byActOnly !== true;
