/** Says what is under way, once it has taken a second: for the eye and, being a live region, for the ear. */
export const saying = async <T>(region: HTMLElement, words: string, work: Promise<T>): Promise<T> => {
  const timer = setTimeout(() => {
    region.textContent = words;
  }, 1_000);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    region.textContent = '';
  }
};
