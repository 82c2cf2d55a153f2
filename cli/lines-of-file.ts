import { createReadStream } from 'node:fs';

const newLine = 0x0a;

/**
 * The lines of a file as bytes, each without its new line, never more than one in memory. Only LF ends a line:
 * `node:readline` would also end one at U+2028 and U+2029, which may stand unescaped in a JSON text.
 */
export async function* linesOfFile(path: string): AsyncGenerator<Uint8Array> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.from(chunk);
    let start = 0;
    for (let end = bytes.indexOf(newLine); end !== -1; end = bytes.indexOf(newLine, start)) {
      yield Buffer.concat([...begun, bytes.subarray(start, end)]);
      begun = [];
      start = end + 1;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
