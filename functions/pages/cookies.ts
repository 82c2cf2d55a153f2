/*
 * The cookies of the pages. `__Host-` holds a cookie to this origin: a browser takes it only over TLS (or from this machine), without a
 * domain and for every path. https://www.rfc-editor.org/rfc/rfc6265bis
 */

export const sessionCookie = '__Host-session';
export const signInCookie = '__Host-sign-in';
export const noticeCookie = '__Host-notice';

export type CookieName = typeof sessionCookie | typeof signInCookie | typeof noticeCookie;

/** Without a number of seconds it lives as long as the browser is open. */
export const setCookie = (name: CookieName, value: string, seconds?: number): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${seconds === undefined ? '' : `; Max-Age=${seconds}`}`;

export const clearCookie = (name: CookieName): string => setCookie(name, '', 0);

/** The value of a cookie among those that were sent (`name=value`); undefined where there is none, or more than one. */
export const cookieIn = (sent: readonly string[] | undefined, name: CookieName): string | undefined => {
  const values = (sent ?? [])
    .flatMap((line) => line.split(/;\s*/))
    .filter((one) => one.startsWith(`${name}=`))
    .map((one) => one.slice(name.length + 1));
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
};
