import { describe, expect, it } from 'vitest';
import { tourScreens, wordsOnScreen } from '../../scripts/tour-screens.ts';
import { PageWalker } from '../support/page-walker.ts';

/** What docs/tour.md says of its screens is on them, where the small sample programmes are recorded. */
export const itShowsTheTour = (address: () => string): void => {
  describe('The tour of five screens', () => {
    it.each(tourScreens)('finds on $name what it says of it', async (screen) => {
      const walker = new PageWalker(address());
      const shown = await walker.open(`/pages/sign-in?as=${screen.as}&to=${encodeURIComponent(screen.path)}`);
      // A form that may come back has an address of its own (ADR 0115).
      expect([shown.status, shown.path.replace(/[?&]form=\w+$/, '')]).toEqual([200, screen.path]);
      for (const words of wordsOnScreen(screen)) expect(shown.text).toContain(words);
    });
  });
};
