import { hash, randomBytes } from 'node:crypto';
import type { SaltOfText, Salts } from '#schemas/salts.ts';
import { canonicalJson } from './digest.ts';

/*
 * Texts enter a digest by salted commitments (docs/meaning.md CHAIN-11, ADR 0033). Nobody who lacks a text's salt can try a guess at the text, and
 * whoever has the commitment alone can still work the digest out.
 *
 *   salt       = the first 128 bits of SHA-256(secret, part, ".", number, the text as JSON writes it)
 *   commitment = SHA-256(salt, the text as JSON writes it)
 *
 * An event is part 0; of a report, line n is part n and the content is the part after the last line. A part's texts are
 * numbered from 0 in the order of its canonical JSON. Secrets, salts and commitments are written, and hashed, in
 * lower-case hexadecimal. The text is in its own salt so that another text at the same place, as a rebuild makes it, has
 * a salt that nobody was given.
 */

/** 128 random bits, in hexadecimal. */
export const newSecret = (): string => randomBytes(16).toString('hex');

/** What the texts of one part are salted by. */
export interface SaltedPart {
  readonly secret: string;
  readonly part: number;
}

/** The salt of a text by its number in its part. */
const saltOf = ({ secret, part }: SaltedPart, number: number, text: string, json = canonicalJson(text)): string =>
  hash('sha256', `${secret}${part}.${number}${json}`).slice(0, 32);

const commitmentOf = (salt: string, text: string, json = canonicalJson(text)): string =>
  hash('sha256', `${salt}${json}`);

/** A value's canonical JSON with a commitment in the place of each text; names of members are no texts. */
const committedJson = (value: unknown, commitment: (text: string, number: number) => string): string => {
  let number = 0;
  return canonicalJson(value, (text) => {
    const json = `"${commitment(text, number)}"`;
    number += 1;
    return json;
  });
};

/** The same by the secret that the salts are made from; `asShown` is a text as a view shows it. */
export const committedBy = (salted: SaltedPart, value: unknown, asShown?: (text: string) => string): string =>
  committedJson(value, (one, number) => {
    const text = asShown === undefined ? one : asShown(one);
    const json = canonicalJson(text);
    return commitmentOf(saltOf(salted, number, text, json), text, json);
  });

/** The canonical JSON of a value with commitments: as it was sealed, and as it is shown where sentences stand in for texts. */
export interface CommittedJson {
  readonly sealed: string;
  readonly shown: string;
}

/** Parts that are there as somebody may see them, one after the other, with the salts that came with them. */
export class ShownTexts {
  readonly #salts: Salts;
  #part: number;
  #taken = 0;
  #missing = false;
  #inPublicView = false;
  readonly #standIns: string[] = [];

  constructor(salts: Salts, firstPart = 0) {
    this.#salts = salts;
    this.#part = firstPart;
  }

  committed(value: unknown): CommittedJson {
    const part = this.#part;
    this.#part += 1;
    if ('secret' in this.#salts) {
      const json = committedBy({ secret: this.#salts.secret, part }, value);
      return { sealed: json, shown: json };
    }
    const salts = this.#salts.texts.slice(this.#taken);
    const sealed = committedJson(value, (text, number) => this.#sealed(text, salts[number]));
    if (!this.#inPublicView) return { sealed, shown: sealed };
    return { sealed, shown: committedJson(value, (text, number) => shownCommitment(text, salts[number])) };
  }

  #sealed(text: string, salt: SaltOfText | undefined): string {
    this.#taken += 1;
    if (typeof salt === 'string') return commitmentOf(salt, text);
    if (salt === undefined) this.#missing = true;
    else {
      if (salt.salt !== undefined || salt.shown !== undefined) this.#inPublicView = true;
      if (salt.salt === undefined) this.#standIns.push(text);
    }
    return salt?.commitment ?? '';
  }

  /** Whether each text had its salt and no salt is left. */
  get complete(): boolean {
    return !this.#missing && ('secret' in this.#salts || this.#salts.texts.length === this.#taken);
  }

  /** Whether sentences stand in for texts, sealed as the public view shows them. */
  get inPublicView(): boolean {
    return this.#inPublicView;
  }

  /** What takes the place of texts and has no salt: no digest covers it. */
  get standIns(): readonly string[] {
    return this.#standIns;
  }
}

const shownCommitment = (text: string, salt: SaltOfText | undefined): string => {
  const own = typeof salt === 'string' ? salt : salt?.salt;
  if (own !== undefined) return commitmentOf(own, text);
  return typeof salt === 'object' ? (salt.shown ?? salt.commitment) : '';
};

/** How values are shown: `marked` texts as they were written, and as whoever asks may see them. */
export interface Showing {
  readonly written: (marked: string) => string;
  readonly visible: (marked: string) => string;
  /** Whether what takes the place of a text gets a salt of its own. */
  readonly saltsWhatStandsIn: boolean;
}

/** The salts that may be handed on with what is shown of a part. */
export const saltsOfShown = (
  marked: unknown,
  salts: Salts,
  part: number,
  { written, visible, saltsWhatStandsIn }: Showing,
): readonly SaltOfText[] => {
  const texts: SaltOfText[] = [];
  committedJson(marked, (one, number) => {
    const [text, shown] = [written(one), visible(one)];
    const salt = 'secret' in salts ? saltOf({ secret: salts.secret, part }, number, text) : salts.texts[number];
    if (salt === undefined) throw new Error(`there is no salt for text ${number}`);
    if (typeof salt !== 'string' || text === shown) texts.push(salt);
    else
      texts.push({
        commitment: commitmentOf(salt, text),
        ...(saltsWhatStandsIn && 'secret' in salts
          ? { salt: saltOf({ secret: salts.secret, part }, number, shown) }
          : {}),
      });
    return '';
  });
  return texts;
};

/** The texts of a value, in the order in which they are numbered. */
export const textsOf = (value: unknown): readonly string[] => {
  const texts: string[] = [];
  committedJson(value, (text) => {
    texts.push(text);
    return '';
  });
  return texts;
};

/** Of a text that was redacted: its commitment, and where the public view showed another text, that one's too. */
const withoutSalt = (salt: SaltOfText, text: string): SaltOfText =>
  typeof salt === 'string'
    ? { commitment: commitmentOf(salt, text) }
    : salt.salt === undefined
      ? salt
      : { commitment: salt.commitment, shown: commitmentOf(salt.salt, text) };

/**
 * The salts that are left of a part once some of its texts are redacted: those of the other texts, and the commitments of these. Whoever
 * has them can work the digest out and has nothing to try words against. `before` and `after` differ in texts alone.
 */
export const saltsLeft = (before: unknown, after: unknown, salts: readonly SaltOfText[]): readonly SaltOfText[] => {
  const [texts, left] = [textsOf(before), textsOf(after)];
  if (texts.length !== left.length || texts.length !== salts.length)
    throw new Error('what is left of a part has other texts than the part had');
  return salts.map((salt, n) => (texts[n] === left[n] ? salt : withoutSalt(salt, texts[n] ?? '')));
};

/** The salt of each text of a part, for those who may read every text. */
export const saltsOfAll = (value: unknown, salts: Salts, part: number): readonly SaltOfText[] =>
  'texts' in salts
    ? salts.texts
    : textsOf(value).map((text, number) => saltOf({ secret: salts.secret, part }, number, text));
