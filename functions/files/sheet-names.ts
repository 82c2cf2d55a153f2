/** What Excel takes of a sheet's name. */
const mostCharacters = 31;
const notTaken = /[[\]:*?/\\]/g;

const plainName = (title: string): string =>
  title
    .replaceAll(notTaken, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[' ]+|[' ]+$/g, '')
    .slice(0, mostCharacters)
    .trim() || 'Sheet';

/** A name for each sheet that Excel takes, no two alike whatever their capitals. */
export const sheetNames = (titles: readonly string[]): readonly string[] => {
  // Excel keeps this name for itself.
  const taken = new Set(['history']);
  return titles.map((title) => {
    let name = plainName(title);
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
      const end = ` ${n}`;
      name = `${plainName(title).slice(0, mostCharacters - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
};
