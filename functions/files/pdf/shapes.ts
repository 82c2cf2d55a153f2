import type { Look, Mark, Shape } from './picture.ts';

/* Shapes on paper: those of pictures, and the marks of ratings within lines. */

const step = 5;
const patternInk = '#0c5a63';

export type Document = PDFKit.PDFDocument;
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

/** Draws a shape that is no words. */
export const drawn = (document: Document, shape: Exclude<Shape, { readonly kind: 'words' }>): void => {
  switch (shape.kind) {
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

/** Draws a mark as high and wide as `side`, from its upper left corner. */
export const drawMark = (
  document: Document,
  { size, shapes }: Mark,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void => {
  document.save();
  document.translate(x, y).scale(side / size);
  for (const shape of shapes) if (shape.kind !== 'words') drawn(document, shape);
  document.restore();
};
