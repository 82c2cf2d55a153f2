/**
 * Which view of a report a page of it shows, as the page itself says on its body; null where both views are the same, so that
 * it shows no view. No text of a report can say it: there a quotation mark is an entity.
 */
export const shownView = (markup: string): 'full' | 'public' | null => {
  const view = /<body[^>]* data-view="(full|public)"/.exec(markup)?.[1];
  return view === 'full' || view === 'public' ? view : null;
};
