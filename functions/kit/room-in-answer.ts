/**
 * Lambda hands on 6 MB of an answer, and it is handed the body as text within JSON, in which each quotation mark and
 * backslash of a JSON body takes two bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const mostBytesHandedOn = 6 * 1024 * 1024;
const bytesOfRest = 64 * 1024;

/** Bytes of a body's JSON that have room whatever they are. */
const mostJsonBytes = (mostBytesHandedOn - bytesOfRest) / 2;

/** Whether an answer's text would be handed on. */
export const isHandedOn = (body: string): boolean =>
  body.length < mostJsonBytes / 3 || Buffer.byteLength(JSON.stringify(body)) <= mostBytesHandedOn - bytesOfRest;

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
    const bytes = Buffer.byteLength(JSON.stringify(line)) + 2;
    if (this.#bytes > 0 && this.#bytes + bytes > mostBytesHandedOn - bytesOfRest) return false;
    this.#bytes += bytes;
    return true;
  }
}
