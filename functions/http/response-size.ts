/**
 * Lambda hands on 6 MB of an answer, and it is handed the body as text within JSON, in which each quotation mark and
 * backslash of a JSON body takes two bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const mostBytesHandedOn = 6 * 1024 * 1024;
const bytesOfRest = 64 * 1024;

/** Bytes of a body's JSON that have room whatever they are. */
const mostJsonBytes = (mostBytesHandedOn - bytesOfRest) / 2;

/** The bytes of a text within JSON, as `JSON.stringify` writes it, without its quotation marks: counted, not written. */
export const bytesWithinJson = (text: string): number => {
  const written = () => Buffer.byteLength(JSON.stringify(text)) - 2;
  if (!text.isWellFormed()) return written();
  let escaped = 0;
  const bytes = Buffer.from(text);
  // By its index: to step through the bytes of a large answer by an iterator takes ten times as long.
  for (let n = 0; n < bytes.length; n += 1) {
    const byte = bytes[n] ?? 0;
    if (byte < 0x20) return written();
    if (byte === 0x22 || byte === 0x5c) escaped += 1;
  }
  return bytes.length + escaped;
};

/** What JSON writes longer than at two bytes for one: the other control characters, and half a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const longInJson = /[\u0000-\u0007\u000b\u000e-\u001f\ud800-\udfff]/;

/** Whether a text of JSON has room whatever its letters are, which take three bytes at most. */
export const fitsWhateverItHolds = (json: string): boolean => json.length < mostJsonBytes / 3;

/** Whether an answer's text would be handed on. What fits whatever its letters are is not counted letter by letter. */
export const isHandedOn = (body: string): boolean =>
  fitsWhateverItHolds(body) ||
  (Buffer.byteLength(body) <= mostJsonBytes && !longInJson.test(body)) ||
  bytesWithinJson(body) + 2 <= mostBytesHandedOn - bytesOfRest;

/** Whether a file's bytes would be handed on, which they are in base64: four letters for three bytes. */
export const isFileHandedOn = ({ byteLength }: Uint8Array): boolean =>
  4 * Math.ceil(byteLength / 3) + 2 <= mostBytesHandedOn - bytesOfRest;

/** As many of the items, from the first on, as one answer has room for; at least one. */
export const thatFit = <T>(items: readonly T[]): readonly T[] => {
  let bytes = 0;
  const last = items.findIndex((item, n) => {
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    return bytes > mostJsonBytes && n > 0;
  });
  return last < 0 ? items : items.slice(0, last);
};

/** Lines of text that are taken one by one for as long as an answer has room for them, but at least one. */
export class RoomForLines {
  #bytes = 0;

  /** Whether there is room for the line; if so it is counted. */
  takes(line: string): boolean {
    // With the line's own end, or the comma after it.
    const bytes = bytesWithinJson(line) + 4;
    if (this.#bytes > 0 && this.#bytes + bytes > mostBytesHandedOn - bytesOfRest) return false;
    this.#bytes += bytes;
    return true;
  }
}
