import { extname } from 'node:path';

/** The file of a thread: a source where this is a source, and a bundle beside this one where this is bundled. */
export const siblingModuleUrl = (name: string): URL =>
  new URL(`./${name}${extname(import.meta.filename)}`, import.meta.url);
