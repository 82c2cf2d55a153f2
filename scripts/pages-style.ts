import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

const frontend = dirname(findPackageJSON('govuk-frontend', import.meta.url) ?? '');

/** What its Sass settings `$govuk-font-family` and `$govuk-include-default-font-face` would do. */
const withSystemFont = (css: string): string => {
  const plain = css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(
      /font-family:GDS Transport,arial,sans-serif/g,
      'font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",arial,sans-serif',
    );
  if (/GDS Transport/.test(plain)) throw new Error('the style of GOV.UK Frontend still names the font of GOV.UK');
  return plain;
};

/** The footer's crest is of GOV.UK alone; no page here has one. */
const withoutCrest = (css: string): string => css.replaceAll(/[^{}]*\{[^{}]*govuk-crest\.svg[^{}]*\}/g, '');

/** GOV.UK Frontend with the fonts of the system. */
export const govukStyle = async (): Promise<string> => {
  const css = await readFile(join(frontend, 'dist/govuk/govuk-frontend.min.css'), 'utf8');
  return withoutCrest(withSystemFont(css)).replace(/\/\*# sourceMappingURL=[^*]*\*\//, '');
};
