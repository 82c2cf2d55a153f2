import { addMonths, startOfDay } from '#language/time.ts';
import { kindsBetween } from '#schemas/lifecycle-acts.ts';
import type { Lifecycle } from '#schemas/review.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { readArchiveOf } from '../../support/archive-reader.ts';
import { differencesOnPage } from '../../support/compare-page.ts';
import { differencesOf } from '../../support/compare-tables.ts';
import { differencesOnPaper, readPaper } from '../../support/paper-reader.ts';
import { pdf, pullsFrom, titlesOf, xlsx, zip } from '../../support/pulled-report.ts';
import { review, risk, saving, programme as settings } from '../../support/records.ts';
import { people, type TestTracker } from '../../support/tracker.ts';
import { readWorkbookOf } from '../../support/workbook-reader.ts';
import { type AnyProgramme, firstMonth, type Life, months } from './any-programme.ts';
import { closedBecause, currentOf, type factsKnown, type Published } from './series.ts';

/*
 * A generated programme as it is recorded through the API and reported by the roll-up, on the engine: what was late to be known is recorded after the
 * report of a month. What the API refuses of it (a review that is not there yet, an act that does not follow) did not happen.
 */

const create = { 'if-none-match': '*' };

interface Recorded {
  version: number;
  lifecycle: Lifecycle;
}

/** A programme that is recorded, month by month. */
export class OnTheEngine {
  readonly #tracker: TestTracker;
  readonly #programme: AnyProgramme;
  readonly #id: string;
  readonly #reviews = new Map<string, Recorded>();
  readonly series: Published[] = [];
  /** The decisions and the moves that were recorded, by review. */
  readonly facts: {
    readonly review: string;
    readonly kind: 'decision' | 'move';
    readonly name: string;
    readonly on: string;
  }[] = [];
  readonly struckOut = new Set<string>();
  taken = 0;
  refused = 0;

  constructor(tracker: TestTracker, programme: AnyProgramme, id: string) {
    this.#tracker = tracker;
    this.#programme = programme;
    this.#id = id;
  }

  /** Whether the API took it. Nothing of it may fail. */
  async #ask(operation: string, review: string, asked: { body: object; headers: object; entryId?: string }) {
    const params = { programmeId: this.#id, reviewId: review, entryId: asked.entryId ?? '' };
    const told = await this.#tracker.ask(operation, { params, body: asked.body, headers: { ...asked.headers } });
    if (told.status >= 500) throw new Error(`${operation} answered ${told.status}: ${told.text}`);
    if (told.status >= 300) this.refused += 1;
    else this.taken += 1;
    return told.status < 300 ? told : undefined;
  }

  async #open({ review: { id } }: Life, { lifecycle, tier, portfolio, at }: Life['changes'][number]): Promise<void> {
    const reasoned = { lifecycleReason: 'So it was', handover: { owner: 'Estates', on: '2014-01-01' } };
    const ends = { lessons: [{ learned: 'Begin early' }] };
    const body = { ...review, title: `Review ${id}`, lifecycle, tier, portfolio, ...reasoned, ...ends };
    const told = await this.#ask('putReview', id, { body, headers: { ...create, 'effective-at': at } });
    if (told === undefined) return;
    this.#reviews.set(id, { version: told.body.version, lifecycle });
    const plan = 1_000 * (at.charCodeAt(9) + id.length);
    const years = [{ year: '2014/15', plan, forecast: plan + 7 }];
    const of = { ...create, 'effective-at': at };
    await this.#ask('putSaving', id, { entryId: 'line', body: { ...saving, years }, headers: of });
    const current = { likelihood: 1 + (id.length % 5), impact: 3 };
    await this.#ask('putRisk', id, {
      entryId: 'risk',
      body: { ...risk, current, lastReviewedOn: '2014-01-02' },
      headers: of,
    });
  }

  async #change(life: Life, change: Life['changes'][number]): Promise<void> {
    const { id } = life.review;
    const known = this.#reviews.get(id);
    if (known === undefined) return this.#open(life, change);
    const at = { 'effective-at': change.at };
    const act = async (body: object, becomes: Partial<Recorded> = {}): Promise<void> => {
      const headers = { ...at, 'if-match': `"${known.version}"` };
      const told = await this.#ask('changeLifecycle', id, { body, headers });
      if (told !== undefined) Object.assign(known, { version: told.body.version, ...becomes });
    };
    const [kind] = kindsBetween(known.lifecycle, change.lifecycle);
    const unrealised = [{ what: 'Rents', owner: 'Estates' }];
    const more = kind === 'transfer' ? { to: 'The joint service' } : kind === 'complete' ? { unrealised } : {};
    if (kind !== undefined) await act({ kind, reason: 'So it was', ...more }, { lifecycle: change.lifecycle });
    await act({ kind: 're-tier', tier: change.tier, reason: 'So it was' });
    if (change.portfolio !== undefined)
      await act({ kind: 'move-portfolio', portfolio: change.portfolio, reason: 'So it was' });
  }

  async #fact(life: Life, { kind, on, at, name }: ReturnType<typeof factsKnown>[number]): Promise<void> {
    const { id } = life.review;
    const known = this.#reviews.get(id);
    if (known === undefined) return;
    if (kind === 'move') {
      const headers = { 'effective-at': at, 'if-match': `"${known.version}"` };
      const told = await this.#ask('moveStage', id, { body: { to: 'service-baseline', reason: 'So it was' }, headers });
      if (told === undefined) return;
      known.version = told.body.version;
      this.facts.push({ review: id, kind, name, on });
      return;
    }
    const body = { title: name, body: 'Cabinet', kind: 'key-decision', status: 'taken', takenOn: on };
    const headers = { ...create, 'effective-at': at };
    if ((await this.#ask('putDecision', id, { entryId: name, body, headers })) !== undefined)
      this.facts.push({ review: id, kind, name, on });
  }

  /** What is recorded by the report of a month and was not before. */
  async #record(n: number): Promise<void> {
    for (const life of this.#programme.lives) {
      const byTime = (one: { at: string }, other: { at: string }) => (one.at < other.at ? -1 : 1);
      for (const change of life.changes.filter(({ recordedBy }) => recordedBy === n).toSorted(byTime))
        await this.#change(life, change);
      const facts = life.facts.map((fact, n) => ({ ...fact, name: `${life.review.id}-${n}` }));
      for (const fact of facts.filter(({ recordedBy }) => recordedBy === n).toSorted(byTime))
        await this.#fact(life, fact);
      const known = this.#reviews.get(life.review.id);
      if (life.struckOutBy !== n || known === undefined) continue;
      const headers = { 'if-match': `"${known.version}"`, 'effective-at': startOfDay(`${months[n]}-28`) };
      const told = await this.#ask('strikeOutReview', life.review.id, { body: { reason: 'Recorded twice' }, headers });
      if (told !== undefined) this.struckOut.add(life.review.id);
    }
  }

  async #publish(n: number, known: number): Promise<void> {
    const month = months[n] ?? firstMonth;
    const before = currentOf(this.series);
    const revision = this.series.filter((one) => one.month === month).length + 1;
    const as = people.office;
    const params = { programmeId: this.#id };
    if (revision === 1) await this.#tracker.must('runReport', { as, params, body: { month } });
    else
      await this.#tracker.must('reviseReport', { as, params: { ...params, month }, body: { reason: 'Recorded late' } });
    await this.#tracker.settled();
    const pulls = pullsFrom(this.#tracker);
    const of = { ...params, month };
    const [report, lines] = [await pulls.jsonOf(of, 'full', as), await pulls.linesOf(of, 'full', as)];
    if (report.rowsAtMost < everyRow || report.content.revision !== revision)
      throw new Error(`${month}/${revision} was not published, or not with every row`);
    const previous = before.filter((one) => one.month < month).at(-1);
    this.series.push({ month, known, revision, previous, made: { content: report.content, lines: [...lines] } });
  }

  /** What differs between the JSON of the last report and its other formats, each as the API answers it. */
  async formatFaults(): Promise<readonly string[]> {
    const last = currentOf(this.series).at(-1);
    if (last === undefined) return [];
    const params = { programmeId: this.#id, month: last.month };
    const pulls = pullsFrom(this.#tracker);
    const pull = (accept: string) => pulls.pull(params, accept, '', people.office);
    const report = await pulls.jsonOf(params, 'full', people.office);
    const { lines } = last.made;
    const page = (await pull('text/html')).text;
    return [
      ...differencesOf(report, lines, await readWorkbookOf((await pull(xlsx)).bytes)),
      ...differencesOf(report, lines, readArchiveOf((await pull(zip)).bytes, titlesOf(report, lines))),
      ...differencesOnPage(report, lines, page),
      ...differencesOnPaper(page, await readPaper((await pull(pdf)).bytes)),
    ].map((one) => `${last.month}: ${one}`);
  }

  /** Records and reports the programme from its first month to its last. */
  async live(): Promise<void> {
    const { closed, revised, pausedCounts } = this.#programme;
    await this.#tracker.must('putProgramme', {
      as: people.office,
      params: { programmeId: this.#id },
      body: {
        ...settings,
        portfolios: ['people', 'place', 'customer'].map((id) => ({ id, name: id })),
        reporting: { firstMonth },
        pausedCounts: pausedCounts[0],
      },
      headers: { ...create, 'effective-at': `${addMonths(firstMonth, -2)}-01` },
    });
    for (const [n, month] of months.entries()) {
      await this.#record(n);
      if (n === closed)
        await this.#tracker.must('closeMonth', {
          as: people.office,
          params: { programmeId: this.#id, month },
          body: { reason: closedBecause },
        });
      else await this.#publish(n, n);
      for (const { of, after } of revised) if (after === n && of <= n && of !== closed) await this.#publish(of, n);
    }
  }
}
