import type { JsonObject } from '#schemas/history.ts';

/** What a column of a feed holds; each may be empty unless it is part of what every row has. */
export type ColumnType = 'text' | 'yes or no' | 'number' | 'whole number' | 'pounds' | 'day' | 'instant';

/** A value in a feed: text, days and instants as text (ISO 8601), null where nothing is recorded. */
export type Value = string | number | boolean | null;

/** A column, as the data dictionary has it. Its name stays for ever, and so does its type. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly title: string;
  readonly description: string;
  /** False of what every row has. */
  readonly nullable: boolean;
  /** What a choice can be, each with its label. */
  readonly choices?: readonly { readonly name: string; readonly label: string }[];
  /** The register that an id is of, or the list of the settings that a word is from. */
  readonly refersTo?: string;
}

/** A column with how its value is found in what a row is made of. */
export interface ReadColumn extends Column {
  readonly read: (from: JsonObject) => Value;
}

/** The values of a row in the order of the columns of its table. */
export type Row = readonly Value[];

/** A table of a feed. */
export interface FeedTable {
  /** `savings`: an identifier, which is its address, the set of the OData service and the name of its file. */
  readonly name: string;
  /** `Saving`: what a row is of, in the OData service. */
  readonly rowType: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** The table whose rows these belong to, by `parentKey`. */
  readonly parent?: string;
  /** Whether its answer to what changed names rows that are gone too; else they go with those of another table. */
  readonly saysWhatIsGone: boolean;
}
