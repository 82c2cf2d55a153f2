import type { ReportsDue } from '#schemas/scheduled-events.ts';
import { controlPath, Fired, QueueNow } from './control.ts';

const send = async (port: number, secret: string, lever: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`http://127.0.0.1:${port}${controlPath}/${lever}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${secret}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`the tracker on port ${port} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
};

/** What the queue of a running tracker holds. */
export const queueOf = async (port: number, secret: string) => QueueNow.parse(await send(port, secret, 'queue'));

/** Fires the schedule of a running tracker. */
export const fireSchedule = async (port: number, secret: string, event: ReportsDue): Promise<Fired> =>
  Fired.parse(await send(port, secret, 'schedule', event));

/** Whether the tracker of this data folder answers on that port. */
export const isRunning = (port: number, secret: string): Promise<boolean> =>
  queueOf(port, secret).then(
    () => true,
    () => false,
  );
