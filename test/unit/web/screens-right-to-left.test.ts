import { afterEach, expect, it, vi } from 'vitest';
import { monthsScreen, problemScreen, programmesScreen } from '#web/app/screens.ts';

/** As much of a page's document as the screens ask of it: elements with attributes and children. */
class FakeElement {
  readonly name: string;
  readonly said: string[] = [];
  constructor(name: string) {
    this.name = name;
  }
  setAttribute(_name: string, value: string): void {
    this.said.push(value);
  }
  addEventListener(): void {}
  append(...children: readonly (string | FakeElement)[]): void {
    for (const one of children) this.said.push(...(typeof one === 'string' ? [one] : one.said));
  }
}

afterEach(() => vi.unstubAllGlobals());

it('every text that a screen was given is shown isolated, and without what would turn others round', () => {
  vi.stubGlobal('document', { createElement: (name: string) => new FakeElement(name) });
  const text = '\u05D0\u05D1 12\u202E';
  const shown = '\u2067\u05D0\u05D1\u2069 12[U+202E]';
  const screens = [
    programmesScreen([{ id: 'one', name: text, phase: text, council: text, fictional: false }]),
    monthsScreen('one', text, [{ month: '2026-01', revision: 2, reason: text, publishedAt: null }]),
    problemScreen({ title: text, detail: text, faults: [text], mayPass: false }, () => {}),
  ];
  for (const { content } of screens) {
    const said = (content as unknown as FakeElement[]).flatMap((one) => one.said);
    const given = said.filter((one) => one.includes('\u05D0'));
    expect(given.length).toBeGreaterThan(1);
    for (const one of given) expect(one.replaceAll(shown, '')).not.toMatch(/[\u05D0\u05D1\u202E]/);
  }
});
