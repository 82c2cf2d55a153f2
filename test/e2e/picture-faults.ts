import type { Page } from 'playwright-core';

/*
 * What keeps a picture of a report from being read: words too small, over one another, or cut off at its edge.
 */

/** The smallest letters of a picture, in CSS pixels. */
export const leastLetters = 12;

/** Of every drawing with words on the page, one line to a fault; drawings that are part of a line of text are apart. */
export const pictureFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const faults: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('svg[role=img]')) {
      const name = svg.querySelector('title')?.textContent ?? '';
      const scale = svg.getScreenCTM()?.a ?? 0;
      const room = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((text) => ({
        words: text.textContent ?? '',
        size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        box: text.getBoundingClientRect(),
      }));
      for (const [n, { words, size, box }] of texts.entries()) {
        if (size < least) faults.push(`${name}: "${words}" is ${size.toFixed(1)} px`);
        if (
          box.left < room.left - 1 ||
          box.right > room.right + 1 ||
          box.bottom > room.bottom + 1 ||
          box.top < room.top - 1
        )
          faults.push(`${name}: "${words}" is cut off`);
        for (const other of texts.slice(n + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // The boxes of letters have room above and below them.
          if (across > 1 && down > size / 3) faults.push(`${name}: "${words}" is over "${other.words}"`);
        }
      }
    }
    return faults;
  }, leastLetters);
