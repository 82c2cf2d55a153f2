const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/**
 * The name of a member that stands twice in one object of well-formed JSON; undefined where none does. Which of the two
 * counts is left open (RFC 8259, 4): whoever judges a body on its way here may have read the other.
 */
export const repeatedMember = (json: string): string | undefined => {
  const open: Set<string>[] = [];
  for (const [token, text, colon] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (text === undefined) open.pop();
    else if (colon !== undefined) {
      const name = String(JSON.parse(text));
      const members = open.at(-1);
      if (members?.has(name)) return name;
      members?.add(name);
    }
  }
  return undefined;
};
