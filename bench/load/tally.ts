import type { UseId } from '../cost/uses.ts';
import type { Answer } from '../send.ts';

/** How the uses are told apart in the figures. */
export type Kind = 'updates' | 'lists' | 'reports' | 'one thing';
export const kinds: readonly Kind[] = ['updates', 'lists', 'reports', 'one thing'];

const kindsOfUses: Readonly<Partial<Record<UseId, Kind>>> = {
  'list-reviews': 'lists',
  'list-register': 'lists',
  history: 'lists',
  'as-at': 'lists',
  report: 'reports',
  'report-page': 'reports',
  'report-lines': 'reports',
  'get-review': 'one thing',
  'get-entry': 'one thing',
  gate: 'one thing',
  programme: 'one thing',
};
export const kindOf = (use: UseId): Kind => kindsOfUses[use] ?? 'updates';

/** What came back while a load ran. */
export class Tally {
  readonly milliseconds: Record<Kind, number[]> = { updates: [], lists: [], reports: [], 'one thing': [] };
  requests = 0;
  /** Refused because somebody else was quicker (412) or the rules say no (409): asked again by whoever asked. */
  refused = 0;
  /** 429 or 503 with the seconds after which to ask again. */
  busy = 0;
  /** Changes that were acknowledged, by what they changed. */
  readonly acknowledged = new Map<string, number>();
  /** Every answer that nobody should get, in words. */
  readonly errors: string[] = [];

  /** Takes an answer; whether it did what was asked. */
  took(use: UseId, answer: Answer): boolean {
    this.requests += 1;
    const { status, headers } = answer;
    if (status === 429 || status === 503) {
      if (headers['retry-after'] === undefined) this.errors.push(`${use}: ${status} without Retry-After`);
      else this.busy += 1;
      return false;
    }
    if (status === 409 || status === 412) {
      this.refused += 1;
      return false;
    }
    if (status >= 400) {
      this.errors.push(`${use}: ${status} ${answer.text.slice(0, 300)}`);
      return false;
    }
    this.milliseconds[kindOf(use)].push(answer.milliseconds);
    return true;
  }

  changed(what: string): void {
    this.acknowledged.set(what, (this.acknowledged.get(what) ?? 0) + 1);
  }
}
