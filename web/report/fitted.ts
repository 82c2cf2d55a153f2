/** What a letter of a picture takes of its width: the bold ones of 13.5 units, as wide as the widest of the usual fonts has them. */
const unitsOfLetter = 8;

/** The units that words take. */
export const widthOfWords = (words: string, unitsEach = unitsOfLetter): number => words.length * unitsEach;

/** Words cut to the room that a picture has for them, with a sign that they are; its description and its table have them whole. */
export const fitted = (words: string, room: number, unitsEach = unitsOfLetter): string => {
  const letters = Math.max(8, Math.floor(room / unitsEach));
  return words.length > letters ? `${words.slice(0, letters - 1)}…` : words;
};
