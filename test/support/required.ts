/**
 * What must be there.
 *
 * @throws Error where it is not.
 */
export const required = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('what must be there is not');
  return one;
};
