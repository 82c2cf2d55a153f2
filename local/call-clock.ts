import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * The clock of a function's call on this machine. It is the system's, unless whoever calls the function, in this process, says how far
 * from the system's it stands: so a sample programme is recorded as on the days on which it happened. No request can say it.
 */

const shifts = new AsyncLocalStorage<number>();
const SystemDate = Date;

/** What the system's clock says, whatever a call's clock says. */
export const systemNow = (): number => SystemDate.now();

const nowOfCall = (): number => SystemDate.now() + (shifts.getStore() ?? 0);

/** From now on `Date` of this thread is the clock of the call that asks. */
export const installCallClock = (): void => {
  globalThis.Date = new Proxy(SystemDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [nowOfCall()] : given, newTarget),
    get: (target, name) => (name === 'now' ? nowOfCall : Reflect.get(target, name)),
  });
};

/** Does what a call does, by a clock that is so many milliseconds from the system's; undefined: by the system's. */
export const byClock = <T>(shiftMilliseconds: number | undefined, work: () => Promise<T>): Promise<T> =>
  shiftMilliseconds === undefined ? work() : shifts.run(shiftMilliseconds, work);
