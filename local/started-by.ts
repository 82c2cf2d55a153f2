import { readFileSync } from 'node:fs';

/** The parent of a process, where the machine says it (Linux). */
const parentOf = (pid: number): string => {
  try {
    // `pid (name) state parent ...`; a name may hold brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] ?? '';
  } catch {
    return '';
  }
};

/**
 * Calls back once npm, or the shell between, is gone. Whoever ends npm by its process id, as service managers do, means
 * what it started; npm hands a signal on to its shell alone, and none where it is killed.
 */
export const whenStarterEnds = (ended: () => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const starters = (): string => `${process.ppid} ${parentOf(process.ppid)}`;
  const atFirst = starters();
  const watch = setInterval(() => {
    if (starters() === atFirst) return;
    clearInterval(watch);
    ended();
  }, 500);
  watch.unref();
};
