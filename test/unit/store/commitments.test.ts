import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, withMarks } from '#language/withheld-text.ts';
import { standsInForText, visibleText, withheldSentence } from '#schemas/exemption.ts';
import { redactedSentence } from '#schemas/redaction.ts';
import type { SaltOfText, Salts } from '#schemas/salts.ts';
import { newSecret, type Showing, saltsOfShown } from '#store/digests/commitments.ts';
import { DigestsInMaking, DigestsOfShown } from '#store/digests/content-digest.ts';
import { auditedContentDigest } from '../../support/auditor.ts';

const on = '2026-03-01';
const secretText = fc.string({ minLength: 1 });
const hexOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const mark = (text: string): string => withMarks(text, { ground: 3, until: undefined, record: 'property/risk/late' });

/** Any JSON, some of whose texts are withheld in whole, and some in part. */
const withheldSometimes = fc.oneof(
  { weight: 2, arbitrary: fc.string() },
  { weight: 1, arbitrary: secretText.map(mark) },
  { weight: 1, arbitrary: fc.tuple(fc.string(), secretText).map(([said, text]) => `${said} ${mark(text)} (score 12)`) },
);
const { value: part } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    withheldSometimes,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const report = fc.record({ lines: fc.array(part, { maxLength: 4 }), content: part, secret: hexOf(32) });

const seen = (value: unknown, view: 'full' | 'public'): unknown =>
  JSON.parse(visibleText(JSON.stringify(value), { view, on }));
const showing: Showing = {
  written: plainText,
  visible: (text) => visibleText(text, { view: 'public', on }),
  saltsWhatStandsIn: true,
};

const made = ({ lines, content, secret }: { lines: unknown[]; content: unknown; secret: string }) => {
  const digests = new DigestsInMaking(secret, on);
  for (const line of lines) digests.add(line, JSON.stringify(line));
  return digests.close(content);
};
const shownDigests = (salts: Salts, lines: readonly unknown[], content: unknown) => {
  const digests = new DigestsOfShown();
  digests.take(salts, lines, content);
  return digests.close();
};
/** A report as its public export shows it. */
const opened = ({ lines, content, secret }: { lines: unknown[]; content: unknown; secret: string }) => ({
  texts: [...lines, content].flatMap((one, n) => [...saltsOfShown(one, { secret }, n, showing)]),
  lines: lines.map((line) => seen(line, 'public')),
  content: seen(content, 'public'),
});

describe('a report of any texts, withheld in whole, in part or not', () => {
  it('has in full the digest that an auditor works out', () => {
    fc.assert(
      fc.property(report, (given) => {
        const lines = given.lines.map((line) => seen(line, 'full'));
        const content = seen(given.content, 'full');
        const { contentDigest } = made(given);
        expect(auditedContentDigest(lines, content, given.secret)).toBe(contentDigest);
        expect(shownDigests({ secret: given.secret }, lines, content)).toMatchObject({
          contentDigest,
          isComplete: true,
        });
      }),
    );
  });

  it('comes in the public view to the same digest, and to that of what it shows', () => {
    fc.assert(
      fc.property(report, (given) => {
        const { texts, lines, content } = opened(given);
        const { contentDigest, publicView } = made(given);
        expect(shownDigests({ texts }, lines, content)).toEqual({
          contentDigest,
          shownDigest: publicView?.contentDigest,
          isComplete: true,
          standIns: [],
        });
      }),
    );
  });

  it('breaks where a salt, a commitment or a text is another', () => {
    fc.assert(
      fc.property(
        report,
        fc.nat(),
        fc.constantFrom('salt', 'commitment', 'text', 'fewer', 'more'),
        (given, at, what) => {
          const { texts, lines, content } = opened(given);
          fc.pre(texts.length > 0);
          const n = at % texts.length;
          const salt = texts[n];
          const other = (hex: string | undefined): string =>
            `${hex?.startsWith('0') ? '1' : '0'}${hex?.slice(1) ?? ''}`;
          const changed = (): SaltOfText[] => {
            if (what === 'fewer') return texts.toSpliced(n, 1);
            if (what === 'more') return texts.toSpliced(n, 0, '0'.repeat(32));
            if (what === 'text') return texts;
            if (typeof salt === 'string') return texts.with(n, other(salt));
            return texts.with(
              n,
              what === 'salt'
                ? { commitment: salt?.commitment ?? '', salt: other(salt?.salt) }
                : { ...salt, commitment: other(salt?.commitment) },
            );
          };
          let [number, isChanged] = [0, false];
          const edited = (value: unknown): unknown => {
            if (typeof value === 'string') {
              const isIt = what === 'text' && number === n;
              number += 1;
              isChanged ||= isIt;
              return isIt ? `${value}.` : value;
            }
            if (Array.isArray(value)) return value.map(edited);
            if (typeof value !== 'object' || value === null) return value;
            return Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, one]) => [name, edited(one)]),
            );
          };
          const [whole, broken] = [
            shownDigests({ texts }, lines, content),
            shownDigests({ texts: changed() }, lines.map(edited), edited(content)),
          ];
          expect(what === 'text' ? isChanged : true).toBe(true);
          expect(
            broken.isComplete &&
              broken.contentDigest === whole.contentDigest &&
              broken.shownDigest === whole.shownDigest,
          ).toBe(false);
        },
      ),
    );
  });

  it('says nothing of two texts that are the same', () => {
    const secret = newSecret();
    const texts = [0, 1].flatMap((n) => saltsOfShown([mark('Serco'), mark('Serco')], { secret }, n, showing));
    expect(new Set(texts.map((salt) => JSON.stringify(salt))).size).toBe(4);
  });
});

describe('what may stand in the place of a text', () => {
  it.each([
    withheldSentence({ ground: 3, until: undefined }),
    withheldSentence({ ground: 7, until: '2150-01-01' }),
    redactedSentence('2026-03-02', 'erasure', '0a1b2c3d'),
  ])('%s', (sentence) => expect(standsInForText(sentence)).toBe(true));

  it.each(['', 'Serco', `${redactedSentence}.`, `${withheldSentence({ ground: 3, until: undefined })} (Serco)`])(
    'is never "%s"',
    (text) => expect(standsInForText(text)).toBe(false),
  );
});
