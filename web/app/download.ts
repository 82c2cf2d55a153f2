import { element } from './element.ts';

/** Hands a file to the browser's downloads. */
export const download = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = element('a', { href: address, download: name, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the address up by the next turn, not by the end of the click.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
};
