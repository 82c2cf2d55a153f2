import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type FormValues, nameOfPacked, packedName } from '#web/forms/form-values.ts';

/*
 * Long values of forms, as the cells of a workbook: between two pages they are packed, which takes some tenth of their letters. Nobody typed them, and who
 * sends others in their place sends their own form.
 */

/** All packed values of a form together, unpacked: several times what the largest file holds. */
export const mostUnpacked = 24 * 1_024 * 1_024;
/** Longer values are packed. */
const longest = 10_000;

export const pack = (text: string): string => deflateRawSync(text).toString('base64url');

export const unpack = (packed: string, most: number): string | undefined => {
  try {
    return inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: Math.max(most, 1) }).toString('utf8');
  } catch {
    return undefined;
  }
};

/** A form with what was packed in its place; what cannot be unpacked, or is too much, is left out. */
export const unpackedForm = (values: FormValues): FormValues => {
  let room = mostUnpacked;
  const unpacked: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const of = nameOfPacked(name);
    const text = of === undefined ? value : unpack(value, room);
    if (text === undefined) continue;
    if (of !== undefined) room -= text.length;
    unpacked[of ?? name] = text;
  }
  return unpacked;
};

/** The same with what is long in it packed, to wait or to be sent once more. */
export const packedForm = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      value.length > longest && nameOfPacked(name) === undefined ? [packedName(name), pack(value)] : [name, value],
    ),
  );
