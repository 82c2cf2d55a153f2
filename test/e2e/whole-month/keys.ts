import type { ElementHandle, Page } from 'playwright-core';

/** More stops than any page has between two things that somebody does on it. */
const mostStops = 400;

/** Where the focus is: what keeps somebody from seeing it there, and which way the wanted element lies. */
interface Stop {
  readonly way: 'here' | 'Tab' | 'Shift+Tab';
  readonly fault: string | undefined;
}

const stopOnTheWay = (page: Page, wanted: ElementHandle<Element>): Promise<Stop> =>
  page.evaluate((element): Stop => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return { way: 'Tab', fault: undefined };
    const isInput = focused instanceof HTMLInputElement;
    const isOneOfItsGroup =
      isInput && element instanceof HTMLInputElement && focused.type === 'radio' && focused.name === element.name;
    const isBefore = (element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const back = isBefore && !focused.contains(element) ? 'Shift+Tab' : 'Tab';
    const way = focused === element || isOneOfItsGroup ? 'here' : back;

    const isChoice = isInput && /^(?:radio|checkbox)$/.test(focused.type);
    // GOV.UK Frontend hides the box of a choice and draws another one before its label.
    const drawn = isChoice ? (focused.nextElementSibling ?? focused) : focused;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn, isChoice ? '::before' : undefined);
    const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    const { top, bottom, left, right } = drawn.getBoundingClientRect();
    const isInWindow = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
    const what = `${focused.tagName.toLowerCase()}#${focused.id} "${focused.textContent?.trim().slice(0, 40)}"`;
    const fault = isMarked ? 'lies outside the window' : 'does not show that it has the focus';
    return { way, fault: isMarked && isInWindow ? undefined : `${what} ${fault}` };
  }, wanted);

/**
 * Presses Tab until the focus is there: at one of the group, where it is a radio. Each stop on the way shows that it has the focus.
 * @throws Error at a stop that does not, and where Tab does not come there.
 */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  const wanted = await page.waitForSelector(selector, { state: 'attached' });
  for (let stops = 0; stops < mostStops; stops += 1) {
    const { way, fault } = await stopOnTheWay(page, wanted);
    if (fault !== undefined) throw new Error(`${page.url()}: ${fault}`);
    if (way === 'here') return;
    await page.keyboard.press(way);
  }
  throw new Error(`${page.url()}: Tab does not come to ${selector}`);
};
