/** What is made when it is first asked for, and then kept: for what is dear to make and seldom needed. */
export const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
