import {
  type MonthItem,
  monthsIn,
  nextIn,
  type ProblemInWords,
  type ProgrammeItem,
  problemIn,
  programmesIn,
} from './answers.ts';

/** What the tracker answered instead of what was asked for; `signedOut` where the token was not accepted. */
export class Refused extends Error {
  readonly problem: ProblemInWords;
  readonly signedOut: boolean;

  constructor(status: number, problem: ProblemInWords) {
    super(problem.title);
    this.problem = problem;
    this.signedOut = status === 401;
  }
}

export interface ReportAsked {
  readonly programme: string;
  readonly month: string;
  readonly publicView: boolean;
}

export type ReportFormat =
  | 'application/json'
  | 'text/html'
  | 'text/csv'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/zip'
  | 'application/pdf';

/** The tracker as this page asks it: every call throws `Refused` for a problem answer. */
export class Tracker {
  readonly #accessToken: string;

  constructor(accessToken: string) {
    this.#accessToken = accessToken;
  }

  async #get(path: string, accept: string, signal: AbortSignal): Promise<Response> {
    const answer = await fetch(path, {
      headers: { accept, authorization: `Bearer ${this.#accessToken}` },
      credentials: 'omit',
      signal,
    });
    if (!answer.ok) throw new Refused(answer.status, problemIn(answer.status, await answer.json().catch(() => null)));
    return answer;
  }

  async #all<Item>(path: string, read: (answer: unknown) => readonly Item[], signal: AbortSignal): Promise<Item[]> {
    const items: Item[] = [];
    let next: string | null = null;
    do {
      const query: string = next === null ? '' : `?cursor=${encodeURIComponent(next)}`;
      const page: unknown = await (await this.#get(`${path}${query}`, 'application/json', signal)).json();
      items.push(...read(page));
      next = nextIn(page);
    } while (next !== null);
    return items;
  }

  programmes(signal: AbortSignal): Promise<ProgrammeItem[]> {
    return this.#all('/programmes', programmesIn, signal);
  }

  months(programme: string, signal: AbortSignal): Promise<MonthItem[]> {
    return this.#all(`/programmes/${programme}/reports`, monthsIn, signal);
  }

  async report(
    { programme, month, publicView }: ReportAsked,
    format: ReportFormat,
    signal: AbortSignal,
  ): Promise<Blob> {
    const answer = await this.#get(
      `/programmes/${programme}/reports/${month}${publicView ? '?view=public' : ''}`,
      `${format}, application/problem+json;q=0.5`,
      signal,
    );
    return answer.blob();
  }
}
