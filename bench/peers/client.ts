import { type Answer, type Request, send } from '../send.ts';

export interface Sent extends Request {
  readonly method: string;
  readonly path: string;
}

/** A peer's API in the name of its administrator. */
export interface Client {
  send(sent: Sent): Promise<Answer>;
  /** Sends and reads the answer as JSON. @throws where the answer is no success. */
  json(sent: Sent): Promise<unknown>;
  get(path: string): Promise<unknown>;
}

export const clientOf = (origin: string, everyTime: Readonly<Record<string, string>>): Client => {
  const asked = ({ path, ...request }: Sent): Promise<Answer> =>
    send(origin, path, { ...request, headers: { ...everyTime, ...request.headers } });
  const json = async (sent: Sent): Promise<unknown> => {
    const { status, text } = await asked(sent);
    if (status >= 300) throw new Error(`${sent.method} ${sent.path} answered ${status}: ${text.slice(0, 500)}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return { send: asked, json, get: (path) => json({ method: 'GET', path }) };
};
