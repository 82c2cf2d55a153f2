import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack, packedForm, unpackedForm } from '#functions/pages/packed-values.ts';
import { packedName } from '#web/forms/form-values.ts';

/* Long values of forms, packed between two pages (docs/adr/0113-a-file-is-recorded-by-parts.md). */

it('A form is the same once it was packed and unpacked', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c/d'), fc.string({ maxLength: 30_000, unit: 'binary' })),
      (form) => {
        const whole = Object.fromEntries(Object.entries(form).map(([name, text]) => [name, text.toWellFormed()]));
        expect(unpackedForm(packedForm(whole))).toEqual(whole);
      },
    ),
  );
});

it('What is short is sent as it is, what is long by a tenth of its letters', () => {
  const cells = JSON.stringify(Array.from({ length: 1_000 }, (_, n) => ['CRR', n, 'Estates', 'Open']));
  const packed = packedForm({ title: 'Late', cells });
  expect(packed).toMatchObject({ title: 'Late' });
  expect(packed[packedName('cells')]?.length).toBeLessThan(cells.length / 4);
});

it.each([
  ['no packed text', 'not packed at all'],
  ['what unpacks to more than any file holds', deflateRawSync(Buffer.alloc(64 * 1_024 * 1_024)).toString('base64url')],
])('%s is left out, and the rest of the form is there', (_, value) => {
  expect(unpackedForm({ [packedName('file')]: value, title: 'Late' })).toEqual({ title: 'Late' });
});

it('Several packed values together have no more room than one', () => {
  const half = pack('x'.repeat(15 * 1_024 * 1_024));
  const { a, b } = unpackedForm({ [packedName('a')]: half, [packedName('b')]: half });
  expect([a?.length, b]).toEqual([15 * 1_024 * 1_024, undefined]);
});
