import { pagesPath, signedInPath } from '#schemas/page-routes.ts';
import { type Answered, type asks, ms, type Probe, type Target } from './probe.ts';

/** Where an answer leads, and where whoever goes there is to come back to. */
const wayOf = ({ headers }: Answered) => {
  const to = headers.get('location') ?? '';
  const address = URL.canParse(to) ? new URL(to) : undefined;
  return { at: address?.host ?? 'nowhere', query: address?.searchParams ?? new URLSearchParams() };
};

/** The pages for people, as far as they are seen without a session: their function, its secret and the issuer, each from where it stands. */
export const pagesProbes = (ask: ReturnType<typeof asks>, { url }: Target): readonly Probe[] => [
  {
    what: 'the first of the pages for people',
    predicted: '200, under a policy that lets in nothing from elsewhere',
    see: async () => {
      const page = await ask(pagesPath);
      const policy = page.headers.get('content-security-policy') ?? '';
      return {
        seen: `${page.status} after ${ms(page.milliseconds)}`,
        holds: page.status === 200 && policy.includes("default-src 'none'"),
      };
    },
  },
  {
    what: 'the way from it to the issuer',
    predicted:
      'on to the issuer with a proof key, back to this address, and a sealed cookie: the secret and the issuer were reached',
    see: async () => {
      const answer = await ask(`${pagesPath}/sign-in`, { redirect: 'manual' });
      const { at, query } = wayOf(answer);
      const back = query.get('redirect_uri');
      const sealed = /; HttpOnly\b/i.test(answer.headers.get('set-cookie') ?? '');
      return {
        seen: `${answer.status} to ${at}, back to ${back}, ${sealed ? 'sealed' : 'no cookie'}`,
        holds:
          answer.status >= 300 &&
          answer.status < 400 &&
          back === `${url}${signedInPath}` &&
          query.get('code_challenge_method') === 'S256' &&
          sealed,
      };
    },
  },
];
