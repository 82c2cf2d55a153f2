interface Seen {
  readonly seen: string;
  readonly holds: boolean;
}
/** What is looked at, with what is predicted of it. */
export interface Probe {
  readonly what: string;
  readonly predicted: string;
  readonly see: () => Promise<Seen>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly milliseconds: number;
}

export interface Target {
  readonly url: string;
  readonly token: string | undefined;
  readonly requests: number;
}

/** Asks the deployment, as somebody who is signed in where that is said. */
export const asks =
  ({ url, token }: Target) =>
  async (path: string, init: RequestInit & { readonly signedIn?: boolean } = {}): Promise<Answered> => {
    const began = performance.now();
    const { signedIn = false, ...rest } = init;
    const headers = { ...(signedIn ? { authorization: `Bearer ${token}` } : {}), ...rest.headers };
    const answer = await fetch(`${url}${path}`, { ...rest, headers });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, milliseconds: performance.now() - began };
  };

export const ms = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;
export const isProblem = ({ headers }: Answered): boolean => headers.get('content-type') === 'application/problem+json';
