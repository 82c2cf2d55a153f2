import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { styleWithin } from '#web/report/style.ts';

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

/** The style of a board report, for the report within a page; browsers that cannot nest rules get them written out. */
export const boardReportStyle = async (): Promise<string> => {
  const { code } = await transform(styleWithin('.board-report'), {
    loader: 'css',
    minify: true,
    target: ['chrome111', 'firefox114', 'safari16'],
  });
  return code;
};
