/** Does work with a signal that is aborted once so many milliseconds have passed. */
export const within = async <T>(milliseconds: number, work: (deadline: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.max(0, milliseconds));
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
};
