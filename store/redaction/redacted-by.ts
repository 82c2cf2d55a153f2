import type { Table } from '../table/client.ts';
import { type Item, StoreBusy, text } from '../table/items.ts';
import type { Condition } from '../table/put-item.ts';
import { type Intent, onlyIf } from '../table/transaction.ts';

/*
 * An item out of which words were taken names the redactions that did so. It is written only where it names those that were read: two
 * redactions at once never bring each other's words back.
 */

const attribute = 'redactedBy';

export const redactionsOf = (item: Item): readonly string[] => (item[attribute]?.S ?? '').split(' ').filter(Boolean);

const stillRedactedBy = (item: Item): Condition => {
  const redactions = redactionsOf(item);
  const names = { '#redactions': attribute };
  return redactions.length === 0
    ? { ConditionExpression: 'attribute_not_exists(#redactions)', ExpressionAttributeNames: names }
    : {
        ConditionExpression: '#redactions = :redactions',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':redactions': text(redactions.join(' ')) },
      };
};

/** What an item says of the redactions so far and one more. */
export const alsoRedactedBy = (item: Item, redaction: string): Item => ({
  [attribute]: text([...redactionsOf(item), redaction].join(' ')),
});

/** Writes an item in the place of the one that was read, where no other redaction came between. */
export const putRedacted = (table: Table, read: Item, redacted: Item): Intent<'item'> => ({
  name: 'item',
  item: onlyIf(table, redacted, stillRedactedBy(read)),
});

/** Another redaction came between: what it wrote is to be read again. */
export class RedactedElsewhere extends StoreBusy {
  constructor() {
    super('another redaction changed the same item');
  }
}
