import { linesOf } from './lines.ts';
import { margin, type Paper } from './paper.ts';
import type { Look, Picture, Shape } from './picture.ts';

const gap = 8;
const step = 5;
const patternInk = '#0c5a63';

type Document = PDFKit.PDFDocument;
type Rect = Extract<Shape, { readonly kind: 'rect' }>;

const stroked = (document: Document, { stroke, width = 1, dashed = false }: Look): void => {
  if (stroke === undefined) return;
  document.lineWidth(width).strokeColor(stroke);
  if (dashed) document.dash(4, { space: 3 });
  document.stroke();
  if (dashed) document.undash();
};

/** Fills what was drawn last, and draws its edge. */
const filled = (document: Document, look: Look): void => {
  if (look.fill === undefined) stroked(document, look);
  else if (look.stroke === undefined) document.fill(look.fill);
  else document.lineWidth(look.width ?? 1).fillAndStroke(look.fill, look.stroke);
};

/** Lines or dots within a rectangle, so that it reads without its colour. */
const patterned = (document: Document, { x, y, width, height, look }: Rect): void => {
  const { filling = 'none' } = look;
  if (filling === 'none') return;
  document.save();
  document.rect(x, y, width, height).clip();
  document.lineWidth(filling === 'crossed' ? 1 : 1.6).strokeColor(patternInk);
  if (filling === 'dotted') {
    for (let across = x + 3; across < x + width; across += step)
      for (let down = y + 3; down < y + height; down += step) document.circle(across, down, 1.2).fill(patternInk);
  } else {
    for (let at = x - height; at < x + width; at += step) {
      document.moveTo(at, y).lineTo(at + height, y + height);
      if (filling === 'crossed') document.moveTo(at, y + height).lineTo(at + height, y);
    }
    document.stroke();
  }
  document.restore();
};

const words = (paper: Paper, { x, y, text, size, bold, soft, anchor }: Extract<Shape, { kind: 'words' }>): void => {
  const run = [{ text, bold, soft }];
  const [line] = linesOf(run, 10_000, { letters: paper.letters, size, bold });
  if (line === undefined) return;
  const from = anchor === 'end' ? x - line.width : anchor === 'middle' ? x - line.width / 2 : x;
  // The page gives the foot of a line of words, the paper its top.
  paper.line(line, from, y - size * 1.07, size);
};

const drawShape = (paper: Paper, document: Document, shape: Shape): void => {
  switch (shape.kind) {
    case 'words':
      words(paper, shape);
      return;
    case 'line':
      document.moveTo(...shape.from).lineTo(...shape.to);
      stroked(document, shape.look);
      return;
    case 'circle':
      document.circle(shape.x, shape.y, shape.radius);
      filled(document, shape.look);
      return;
    case 'path':
      document.path(shape.path);
      filled(document, shape.look);
      return;
    case 'rect':
      document.rect(shape.x, shape.y, shape.width, shape.height);
      filled(document, shape.look);
      patterned(document, shape);
  }
};

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
  paper.y = top + height * scale + gap;
};
