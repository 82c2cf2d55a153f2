import { isolatedText } from '#language/unclear-characters.ts';

type Child = Node | string | null;

interface Attributes {
  readonly [name: string]: string | (() => void);
}

/**
 * An element with its attributes and children; a function is a click. Text stays text: nothing is
 * read as markup, or turns what is beside it round.
 */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (typeof value === 'function') made.addEventListener('click', value);
    else made.setAttribute(attribute, value);
  for (const child of children)
    if (child !== null) made.append(typeof child === 'string' ? isolatedText(child) : child);
  return made;
};
