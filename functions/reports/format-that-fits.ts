import { type Decided, done } from '#domain/decided.ts';
import type { FileType } from '#schemas/operations.ts';
import { type FileAnswer, type TextAnswer, textAnswer } from '../http/answer.ts';
import type { WritesFiles } from '../http/call.ts';
import { isFileHandedOn, isHandedOn } from '../http/response-size.ts';
import { contentTypeOf, type TextFormat } from './report-formats.ts';
import { withRowsThatFit } from './rows-that-fit.ts';
import { type ToWrite, writerOf } from './written-file.ts';

/** Something of whose lists only so many rows may be shown. */
interface Shortened {
  readonly rowsAtMost?: number | undefined;
}

/** Something as text, of as many rows as one answer has room for. */
export const textThatFits = async <S extends Shortened>(
  type: TextFormat,
  whole: S,
  make: (shortened: S) => string,
  tooLarge: string,
): Promise<Decided<TextAnswer>> => {
  const made = await withRowsThatFit(whole, make, isHandedOn, tooLarge);
  return made.kind === 'refused' ? made : done(textAnswer(contentTypeOf(type), made.result));
};

/** Something as a file, of as many rows as one answer has room for. */
export const fileThatFits = async <S extends Shortened>(
  deps: WritesFiles,
  type: FileType,
  whole: S,
  { toWrite, tooLarge }: { readonly toWrite: (shortened: S) => ToWrite; readonly tooLarge: string },
): Promise<Decided<FileAnswer>> => {
  const write = await writerOf(deps, type);
  const hasRoom = (bytes: Uint8Array | undefined) => bytes !== undefined && isFileHandedOn(bytes);
  const made = await withRowsThatFit(whole, (shortened) => write(toWrite(shortened)), hasRoom, tooLarge);
  if (made.kind === 'refused') return made;
  return done({
    ...{ kind: 'file', mediaType: type, headers: {} },
    base64: Buffer.from(made.result ?? []).toString('base64'),
  });
};
