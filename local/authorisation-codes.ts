import { randomBytes } from 'node:crypto';
import type { LocalPerson } from './local-person.ts';

const secondsACodeLives = 60;

/** What a code is issued for. */
export interface CodeGrant {
  readonly person: LocalPerson;
  /** The PKCE challenge: the base64url SHA-256 of the verifier. */
  readonly challenge: string;
  readonly nonce: string | undefined;
  /** Where it was sent to: whoever redeems it names the same address. */
  readonly redirectUri: string;
}

interface IssuedCode extends CodeGrant {
  readonly expiresAtEpochSeconds: number;
}

/** The authorisation codes in circulation: each lives a minute and can be redeemed once. */
export class AuthorisationCodes {
  readonly #issued = new Map<string, IssuedCode>();
  readonly #nowEpochSeconds: () => number;

  constructor(nowEpochSeconds: () => number) {
    this.#nowEpochSeconds = nowEpochSeconds;
  }

  issue(grant: CodeGrant): string {
    const now = this.#nowEpochSeconds();
    for (const [code, { expiresAtEpochSeconds }] of this.#issued)
      if (expiresAtEpochSeconds <= now) this.#issued.delete(code);
    const code = randomBytes(32).toString('base64url');
    this.#issued.set(code, { ...grant, expiresAtEpochSeconds: now + secondsACodeLives });
    return code;
  }

  /** Undefined for a code that is unknown, expired or used. The first attempt uses a code up, even if it then fails. */
  redeem(code: string): CodeGrant | undefined {
    const grant = this.#issued.get(code);
    this.#issued.delete(code);
    return grant !== undefined && grant.expiresAtEpochSeconds > this.#nowEpochSeconds() ? grant : undefined;
  }
}
