import { belowPicture, margin } from '#web/report/paper-sizes.ts';
import { linesOf } from './lines.ts';
import type { Paper } from './paper.ts';
import type { Picture, Shape } from './picture.ts';
import { type Document, drawn } from './shapes.ts';

const words = (paper: Paper, { x, y, text, size, bold, soft, anchor }: Extract<Shape, { kind: 'words' }>): void => {
  const run = [{ text, bold, soft }];
  const [line] = linesOf(run, 10_000, { letters: paper.letters, size, bold });
  if (line === undefined) return;
  const from = anchor === 'end' ? x - line.width : anchor === 'middle' ? x - line.width / 2 : x;
  // The page gives the foot of a line of words, the paper its top.
  paper.line(line, from, y - size * 1.07, size);
};

const drawShape = (paper: Paper, document: Document, shape: Shape): void =>
  shape.kind === 'words' ? words(paper, shape) : drawn(document, shape);

const scaleOn = (paper: Paper, { width, height }: Picture, widest: number): number =>
  Math.min(Math.min(widest, paper.width) / width, paper.height / height, 1);

/** In points: the height that a picture takes on the page. */
export const heightOnPaper = (paper: Paper, picture: Picture, widest: number): number =>
  picture.height * scaleOn(paper, picture, widest);

/** Draws a picture as wide as it may be and the page allows, on one page where that is high enough. */
export const drawPicture = (paper: Paper, picture: Picture, widest: number): void => {
  const { height, alternative, shapes } = picture;
  const scale = scaleOn(paper, picture, widest);
  if (paper.room < height * scale) paper.nextPage();
  const top = paper.y;
  paper.figure(alternative, (document) => {
    document.translate(margin, top).scale(scale);
    for (const shape of shapes) drawShape(paper, document, shape);
  });
  paper.y = top + height * scale + belowPicture;
};
