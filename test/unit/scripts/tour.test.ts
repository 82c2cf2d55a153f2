import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import { tourPage, tourScreens, wordsOnScreen } from '../../../scripts/tour-screens.ts';

const find = screenFinder(screensOf());

/* That each screen says what is said of it: test/e2e/tour.ts. */
describe('the tour of five screens', () => {
  it('is written as its screens say: `npm run tour` writes it anew', () => {
    expect(readFileSync('docs/tour.md', 'utf8')).toBe(tourPage());
  });

  it.each(tourScreens)('has $name: a screen, a picture of modest size, words for whoever does not see it', (screen) => {
    expect(find(screen.path.split('?')[0] ?? '')).toBeDefined();
    const { size } = statSync(`docs/pictures/tour-${screen.name}.png`);
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThanOrEqual(200_000);
    expect(screen.alt.length).toBeGreaterThan(60);
    expect(screen.sentences.every((sentence) => sentence.length > 20)).toBe(true);
    expect(wordsOnScreen(screen).length).toBeGreaterThan(2);
  });

  it('is five screens, and the README leads to it', () => {
    expect(new Set(tourScreens.map(({ path }) => path)).size).toBe(5);
    expect(readFileSync('README.md', 'utf8')).toContain('](docs/tour.md)');
  });
});
