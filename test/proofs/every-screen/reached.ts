import { screenFinder, screensOf } from '#web/pages/routes.ts';
import type { PageWalker, Walked } from '../../support/page-walker.ts';

/** A screen as somebody comes to it who follows links from their own work. */
export interface ReachedScreen {
  /** `/pages/programmes/{programmeId}` */
  readonly screen: string;
  /** One address of it, with what follows the question mark. */
  readonly address: string;
  readonly name: string;
}

/** How many addresses of one screen each person opens for the links on them. */
const openedOfEach = 4;

const leadsTo = ({ markup, forms }: Walked): readonly string[] => [
  ...[...markup.matchAll(/(?<=href=")\/pages[^"#]*/g)].map(([found]) => found.replaceAll('&amp;', '&')),
  ...forms.filter(({ method }) => method === 'GET').map(({ action }) => action),
  // Offered for a quarter of an hour after a change; the page says so at any time.
  ...[...markup.matchAll(/(?<=href=")\/pages[^"#?]*\/_change(?=")/g)].map(([found]) =>
    found.replace(/_change$/, '_undo'),
  ),
];

const finder = screenFinder(screensOf());
/** The screen at an address; undefined where there is none. */
const screenAt = (address: string): string | undefined =>
  finder(decodeURIComponent(address.split('?')[0] ?? ''))?.screen.path;

/** What somebody comes to by links alone, one address of each screen; `isMeant` leaves some of them out. */
export const reachedBy = async (
  walker: PageWalker,
  name: string,
  isMeant: (screen: string) => boolean,
): Promise<readonly ReachedScreen[]> => {
  const [opened, reached, seen] = [new Map<string, number>(), new Map<string, ReachedScreen>(), new Set<string>()];
  const waiting = ['/pages'];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const screen = screenAt(address);
    if (screen === undefined || !isMeant(screen) || seen.has(address)) continue;
    seen.add(address);
    const times = opened.get(screen) ?? 0;
    if (times >= openedOfEach) continue;
    opened.set(screen, times + 1);
    const page = await walker.open(address);
    if (page.status !== 200)
      throw new Error(`${name} was led to ${address}, which answers ${page.status}: ${page.text}`);
    if (!reached.has(screen)) reached.set(screen, { screen, address, name });
    waiting.push(...leadsTo(page));
  }
  return [...reached.values()];
};
