import type { Page } from 'playwright-core';
import { tabTo } from './keys.ts';

/**
 * What somebody does on a page, with the pointer or by keyboard alone. What is filled in, chosen or pressed is named as the page names it:
 * a field by its id, a choice by its name and value, links and buttons by their words.
 */
export interface Hands {
  readonly page: Page;
  open(address: string): Promise<void>;
  follow(words: string): Promise<void>;
  press(words: string): Promise<void>;
  type(field: string, text: string): Promise<void>;
  /** One of a few, or a box to tick. */
  choose(name: string, value: string): Promise<void>;
  select(field: string, value: string): Promise<void>;
  /** Opens what is folded below some words. */
  unfold(words: string): Promise<void>;
}

const link = (words: string): string => `main a:has-text("${words}")`;
const button = (words: string): string => `main button.govuk-button:has-text("${words}")`;
const folded = (words: string): string => `main summary:has-text("${words}")`;
const choice = (name: string, value: string): string => `main input[name="${name}"][value="${value}"]`;

/** As most people do it. */
export const pointer = (page: Page): Hands => ({
  page,
  open: async (address) => {
    await page.goto(address);
  },
  follow: (words) => page.click(link(words)),
  press: (words) => page.click(button(words)),
  type: (field, text) => page.fill(`#${field}`, text),
  choose: (name, value) => page.check(choice(name, value)),
  select: async (field, value) => {
    await page.selectOption(`#${field}`, value);
  },
  unfold: (words) => page.click(folded(words)),
});

/** Waits until what a key set off is shown. */
const andArrive = async (page: Page, key: string): Promise<void> => {
  const left = page.waitForEvent('framenavigated');
  await page.keyboard.press(key);
  await left;
  await page.waitForLoadState();
};

const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => element === document.activeElement);

/** Tab, the arrows, Space, Enter and letters, and nothing else: each stop on the way is seen, and in the order of the page. */
export const keyboard = (page: Page): Hands => ({
  page,
  open: async (address) => {
    await page.goto(address);
  },
  follow: async (words) => {
    await tabTo(page, link(words));
    await andArrive(page, 'Enter');
  },
  press: async (words) => {
    await tabTo(page, button(words));
    await andArrive(page, 'Space');
  },
  type: async (field, text) => {
    await tabTo(page, `#${field}`);
    await page.keyboard.press('Control+a');
    if (text === '') await page.keyboard.press('Delete');
    else await page.keyboard.type(text);
  },
  choose: async (name, value) => {
    const wanted = choice(name, value);
    await tabTo(page, wanted);
    // Of radios the arrows choose the next one, Space the one that has the focus.
    for (let moves = 0; moves < 20 && !(await hasFocus(page, wanted)); moves += 1)
      await page.keyboard.press('ArrowDown');
    if (!(await page.isChecked(wanted))) await page.keyboard.press('Space');
  },
  select: async (field, value) => {
    await tabTo(page, `#${field}`);
    for (const move of ['Home', ...Array(40).fill('ArrowDown')]) {
      await page.keyboard.press(move);
      if ((await page.inputValue(`#${field}`)) === value) return;
    }
    throw new Error(`${field} has no ${value}`);
  },
  unfold: async (words) => {
    await tabTo(page, folded(words));
    await page.keyboard.press('Enter');
  },
});
