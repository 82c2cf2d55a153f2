/*
 * How large pages of paper and page one on them are, in points: functions/files/pdf draws with these, and page one is reckoned with them.
 */

const a4 = { height: 841.89, width: 595.28 };

export const margin = 45;
/** What the foot of each page takes, above the margin. */
export const footRoom = 14;
/** What has room between the margins. */
export const betweenMargins = { height: a4.height - 2 * margin - footRoom, width: a4.width - 2 * margin };

/** What stands above a heading, and below it and a paragraph, is a part of its size. */
export const pageOneLook = {
  headings: { 1: 19, 2: 12, 3: 10.5, 4: 10 },
  text: 9,
  /** How high a line is, as a part of the size of its letters. */
  leading: 1.3,
  above: 0.4,
  below: 0.15,
  between: 0.25,
  /** How wide a picture may be. */
  picture: 347,
} as const;

/** What stands above a question of page one, as a part of its size. */
export const asked = 0.5;
/** How far the items of a list stand in. */
export const listIndent = 8;
/** What stands below a picture. */
export const belowPicture = 8;
