import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as z from 'zod';

/*
 * npm run pictures -- [--packs packs] [--to docs/pictures]: pages of packs as pictures for docs/packs.md, drawn from the PDF that
 * `npm run packs` wrote; where there is no such folder the packs are made first. Ends with 1 where a pack or a page is not there, or a picture is
 * too large for a page of the docs.
 */

const kent = 'facing-the-challenge';
const county = 'one-exampleshire';
/** A page of a pack: of which report, and the place in it that is on the page. */
const shown = [
  { programme: kent, report: '2014-04', place: 'page-one', name: 'april-2014-page-one' },
  { programme: kent, report: '2014-04', place: 'in-brief-reviews', name: 'april-2014-reviews' },
  { programme: county, report: '2026-03', place: 'page-one', name: 'march-2026-page-one' },
  { programme: county, report: '2026-03', place: 'flow', name: 'march-2026-flow' },
  { programme: county, report: '2025-04-to-2025-09', place: 'page-one', name: 'half-year-page-one' },
  { programme: county, report: '2025-04-to-2026-03', place: 'page-one', name: 'year-page-one' },
] as const;

const most = 220_000;
/** In pixels to a point of the paper; a fuller page is drawn a little smaller. */
const scales = [1, 0.95, 0.9, 0.85, 0.8] as const;

type Pack = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Pack['getPage']>>;
type Canvas = NonNullable<Parameters<Page['render']>[0]['canvas']>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What draws for the reader where there is no browser: its own types say nothing of it. */
const Factory = z.custom<{ create: (width: number, height: number) => unknown }>(
  (value) => isObject(value) && 'create' in value,
);
const Drawn = z.object({
  canvas: z.custom<Canvas & { toBuffer: (type: 'image/png') => Uint8Array }>(
    (value) => isObject(value) && 'toBuffer' in value,
  ),
});

/** The page on which a place is. @throws where the pack has no such place */
const pageOf = async (pack: Pack, place: string): Promise<Page> => {
  const target: unknown = (await pack.getDestination(place))?.[0];
  const at = z.object({ num: z.int(), gen: z.int() }).safeParse(target);
  if (!at.success) throw new Error(`the pack has no place ${place}`);
  return pack.getPage((await pack.getPageIndex(at.data)) + 1);
};

const drawnAt = async (pack: Pack, page: Page, scale: number): Promise<Uint8Array> => {
  const viewport = page.getViewport({ scale });
  const { canvas } = Drawn.parse(
    Factory.parse(pack.canvasFactory).create(Math.ceil(viewport.width), Math.ceil(viewport.height)),
  );
  await page.render({ canvas, viewport }).promise;
  return canvas.toBuffer('image/png');
};

/** @throws where it is too large at every scale */
const pictureOf = async (pack: Pack, place: string): Promise<Uint8Array> => {
  const page = await pageOf(pack, place);
  for (const scale of scales) {
    const picture = await drawnAt(pack, page, scale);
    if (picture.length <= most) return picture;
  }
  throw new Error(`the page of ${place} has more than ${most} bytes`);
};

const { values } = parseArgs({
  options: {
    packs: { type: 'string', default: 'packs' },
    to: { type: 'string', default: join('docs', 'pictures') },
  },
});
if (!existsSync(values.packs)) {
  const made = spawnSync(process.execPath, ['cli/make-packs.ts', '--to', values.packs], { stdio: 'inherit' });
  if (made.status !== 0) process.exit(1);
}
mkdirSync(values.to, { recursive: true });
for (const { programme, report, place, name } of shown) {
  const file = join(values.packs, programme, `${report}.pdf`);
  if (!existsSync(file)) {
    console.error(`There is no ${file}: run npm run packs first.`);
    process.exit(1);
  }
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const picture = await pictureOf(await loading.promise, place);
  await loading.destroy();
  writeFileSync(join(values.to, `${name}.png`), picture);
  console.error(`${name}.png, ${Math.round(picture.length / 1_000)} KB`);
}
