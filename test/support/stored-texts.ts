import { gunzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { TestTracker } from './tracker.ts';

const bytesOf = (value: AttributeValue | undefined): Buffer => Buffer.from(value?.B ?? new Uint8Array());

const unzipped = (bytes: Buffer): string => {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return bytes.toString('utf8');
  }
};

/** Every item of the table as text, unpacked; what lies in several pieces is put together first. */
export const storedTexts = async (tracker: TestTracker): Promise<readonly string[]> => {
  const items = await tracker.everything();
  const inOrder = (item: object) => Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const texts = items.map((item) => JSON.stringify([inOrder(item), item.body?.S ?? unzipped(bytesOf(item.body))]));
  const pieces = new Map<string, Buffer[]>();
  for (const item of items.toSorted((a, b) => ((a.sk?.S ?? '') < (b.sk?.S ?? '') ? -1 : 1))) {
    if (item.body?.B === undefined) continue;
    const name = `${item.pk?.S} ${item.sk?.S?.replace(/#\d{6}$/, '')}`;
    pieces.set(name, [...(pieces.get(name) ?? []), bytesOf(item.body)]);
  }
  return [...texts, ...[...pieces.values()].map((some) => unzipped(Buffer.concat(some)))];
};
