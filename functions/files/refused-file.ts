/** A file is not taken; the message is the rest of a sentence that begins with its name. */
export class RefusedFile extends Error {}
