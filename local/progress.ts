import type { Progress } from './play-scenario.ts';

const barWidth = 24;
const quietMilliseconds = 1000;

/** Where progress is shown: a terminal rewrites one line, anything else gets a plain line every tenth. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const lineOf = (title: string, { done, total, words }: Progress): string => {
  const filled = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  return `${title} [${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${done} of ${total}: ${words}`;
};

/**
 * Shows how far something has come, once it has lasted a second.
 * @param milliseconds the time now, from any fixed start.
 */
export const showProgress = (title: string, screen: Screen, milliseconds = () => performance.now()) => {
  const began = milliseconds();
  let lastTenth = 0;
  let isVisible = false;
  return (progress: Progress): void => {
    const isOver = progress.done === progress.total;
    const isQuiet = milliseconds() - began < quietMilliseconds;
    if (isQuiet && !isVisible && !isOver) return;
    if (screen.isTTY === true) {
      const line = lineOf(title, progress).slice(0, (screen.columns ?? 100) - 1);
      screen.write(`\r${line}\u001b[K${isOver ? '\n' : ''}`);
      isVisible = true;
      return;
    }
    const tenth = progress.total === 0 ? 10 : Math.floor((progress.done * 10) / progress.total);
    if (tenth === lastTenth) return;
    lastTenth = tenth;
    isVisible = true;
    screen.write(`${title}: ${progress.done} of ${progress.total} (${tenth * 10}%)\n`);
  };
};
