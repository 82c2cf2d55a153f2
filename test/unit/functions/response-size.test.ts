import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesWithinJson } from '#functions/http/response-size.ts';

const unit = fc.oneof(
  fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '£', '–', '漢', '😀', '\ud800', '\udc00', '\u2028'),
  fc.string(),
);

it('the bytes that a text takes within JSON are counted as JSON writes them', () => {
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      const text = parts.join('');
      expect(bytesWithinJson(text)).toBe(Buffer.byteLength(JSON.stringify(text)) - 2);
    }),
  );
});
