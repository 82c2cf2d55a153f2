import { randomBytes } from 'node:crypto';
import type { LocalPerson } from './local-person.ts';

const secondsATokenLasts = 12 * 3_600;

/** The refresh tokens in circulation: each lasts a working day, or until the tracker is started again. */
export class RefreshTokens {
  readonly #issued = new Map<string, { readonly person: LocalPerson; readonly expiresAtEpochSeconds: number }>();
  readonly #nowEpochSeconds: () => number;

  constructor(nowEpochSeconds: () => number) {
    this.#nowEpochSeconds = nowEpochSeconds;
  }

  issue(person: LocalPerson): string {
    const now = this.#nowEpochSeconds();
    for (const [token, { expiresAtEpochSeconds }] of this.#issued)
      if (expiresAtEpochSeconds <= now) this.#issued.delete(token);
    const token = randomBytes(32).toString('base64url');
    this.#issued.set(token, { person, expiresAtEpochSeconds: now + secondsATokenLasts });
    return token;
  }

  /** Undefined for a token that is unknown or has expired. */
  personOf(token: string): LocalPerson | undefined {
    const issued = this.#issued.get(token);
    return issued !== undefined && issued.expiresAtEpochSeconds > this.#nowEpochSeconds() ? issued.person : undefined;
  }
}
