import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, type Printable, trusted } from '#web/html.ts';

describe('Markup made from what people wrote', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['an attribute that ends early', '" onload="x', '&quot; onload=&quot;x'],
    ['single quotes', "it's", 'it&#39;s'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a closing style', '</style>', '&lt;/style&gt;'],
  ])('prints %s as text', (_what, given, printed) => {
    expect(html`<p title="${given}">${given}</p>`.toString()).toBe(`<p title="${printed}">${printed}</p>`);
  });

  it('passes nested markup and lists through once, without escaping them twice', () => {
    expect(html`<ul>${['a & b', 'c'].map((one) => html`<li>${one}</li>`)}</ul>`.toString()).toBe(
      '<ul><li>a &amp; b</li><li>c</li></ul>',
    );
  });

  const nothings: readonly Printable[] = [null, undefined, false, [], [null, [undefined, false]]];
  it.each(nothings.map((one) => [one]))('prints nothing for %j', (nothing) => {
    expect(html`<p>${nothing}</p>`.toString()).toBe('<p></p>');
  });

  it('prints zero and the empty text as they are', () => {
    expect(html`${0}|${''}|${-4}`.toString()).toBe('0||-4');
  });

  it('prints our own style as it stands', () => {
    expect(html`<style>${trusted('a > b{}')}</style>`.toString()).toBe('<style>a > b{}</style>');
  });

  it('never lets any text open or close a tag or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inside = html`${text}`.toString();
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});
