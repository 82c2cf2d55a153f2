import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/*
 * A document of PDF as a reader of another's making has it.
 */

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export interface ReadPaper {
  /** What is read out of each page, in the order in which it was drawn; what is part of nothing is apart. */
  readonly pages: readonly { readonly read: string; readonly unread: string }[];
  /** What elements its structure has, how often. */
  readonly elements: ReadonlyMap<string, number>;
  /** What is read out in place of each drawing. */
  readonly figures: readonly string[];
  /** Contents that are marked and that no element of the structure has. */
  readonly astray: number;
  readonly bookmarks: readonly string[];
  /** The page of each place that can be gone to. */
  readonly places: ReadonlyMap<string, number>;
  readonly size: readonly number[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
}

const walked = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(walked)];

export const readPaper = async (bytes: Uint8Array): Promise<ReadPaper> => {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: { read: string; unread: string }[] = [];
  const elements = new Map<string, number>();
  const figures: string[] = [];
  let astray = 0;
  let size: readonly number[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    size = page.view;
    const nodes = walked((await page.getStructTree()) as Node);
    for (const { role } of nodes) if (role !== undefined) elements.set(role, (elements.get(role) ?? 0) + 1);
    figures.push(...nodes.flatMap(({ role, alt }) => (role === 'Figure' ? [alt ?? ''] : [])));
    const held = new Set(nodes.flatMap(({ id }) => (id === undefined ? [] : [id])));
    const texts = { read: '', unread: '' };
    const open: string[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item)
        // Of a drawing its description is read out, and not the words in it.
        texts[open.includes('Artifact') || open.includes('Figure') || open.length === 0 ? 'unread' : 'read'] +=
          item.str + (item.hasEOL ? '\n' : '');
      else if (item.type === 'endMarkedContent') open.pop();
      else {
        const tag = 'tag' in item ? String(item.tag) : '';
        open.push(tag);
        if (tag !== 'Artifact' && !held.has(item.id)) astray += 1;
      }
    }
    pages.push(texts);
  }
  const places = new Map<string, number>();
  const targets: unknown = await document.getDestinations();
  const named = targets instanceof Map ? [...targets] : Object.entries(targets ?? {});
  for (const [name, target] of named)
    if (Array.isArray(target)) places.set(String(name), (await document.getPageIndex(target[0])) + 1);
  const { info, metadata } = await document.getMetadata();
  const bookmarks = ((await document.getOutline()) ?? []).map(({ title }) => title);
  await loading.destroy();
  return {
    pages,
    elements,
    figures,
    astray,
    bookmarks,
    places,
    size,
    info: { ...info },
    metadata: metadata?.getRaw() ?? '',
  };
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

/** What a page of ours says in words, text by text, without drawings and what is for the eye or the keyboard alone. */
export const textsOfPage = (page: string): readonly string[] =>
  page
    .slice(page.indexOf('<body'))
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<a class="skip"[\s\S]*?<\/a>/g, ' ')
    .split(/<[^>]+>/)
    .map((text) =>
      decoded(text)
        .replaceAll(/[\u2066-\u2069▲▼]/g, '')
        .trim(),
    )
    .filter((text) => text !== '');

const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** What a page says and its paper does not, and the other way round; nothing where they say the same. */
export const differencesOnPaper = (page: string, { pages }: ReadPaper): readonly string[] => {
  const read = bare(pages.map((one) => one.read).join(''));
  const texts = textsOfPage(page);
  const missing = texts.filter(
    (text) =>
      // A cell that goes on over a page is read in parts, with its neighbours between them.
      !read.includes(bare(text)) && !(text.match(/\S{1,20}/g) ?? []).every((part) => read.includes(part)),
  );
  const letters = (text: string): number => bare(text).replaceAll(/[•“”:]/g, '').length;
  // Each list of contents has its heading on paper; on the page it is the label of the list.
  const lists = page.match(/<nav\b[^>]*aria-label="[^"]*ontents[^"]*"/g)?.length ?? 0;
  const [onPage, onPaper] = [letters(texts.join('')), letters(read) - lists * 'Contents'.length];
  return [
    ...missing.map((text) => `not on paper: ${text}`),
    ...(onPage === onPaper ? [] : [`${onPage} letters on the page, ${onPaper} on paper`]),
  ];
};
