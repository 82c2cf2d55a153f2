/*
 * The addresses of the pages for people, as the gateway has them: one route for each method, whatever screens there are. They are no
 * operations of the API: the pages ask the API as any other client does (docs/adr/0080-pages-for-people.md).
 */

export const pagesPath = '/pages';

/** Leads to the first of the pages (docs/adr/0094-the-first-address-leads-to-the-pages.md). */
export const frontPath = '/';

/** Where the issuer sends people back to. */
export const signedInPath = `${pagesPath}/signed-in`;
/** Where the issuer sends people back to after it has ended its own session. */
export const signedOutPath = `${pagesPath}/signed-out`;

/** Open to anybody, as the law asks. */
export const accessibilityPath = `${pagesPath}/accessibility`;

export const pageRouteKeys = [
  `GET ${pagesPath}`,
  `GET ${pagesPath}/{page+}`,
  `POST ${pagesPath}/{page+}`,
  `GET ${frontPath}`,
  `HEAD ${pagesPath}`,
  `HEAD ${pagesPath}/{page+}`,
  `HEAD ${frontPath}`,
] as const;
