import type { Column, ColumnType, FeedTable } from '../feeds/column.ts';
import { caseFunctions, textFunctions } from './operands.ts';

/*
 * The service in the words of OData: what tools make their tables, types and choices of columns from
 * (OData Common Schema Definition Language 4.0, https://docs.oasis-open.org/odata/odata/v4.0/).
 */

const namespace = 'TransformationTracker';
const container = 'Feeds';

const edmTypes: Readonly<Record<ColumnType, string>> = {
  text: 'Edm.String',
  'yes or no': 'Edm.Boolean',
  number: 'Edm.Double',
  'whole number': 'Edm.Int64',
  pounds: 'Edm.Int64',
  day: 'Edm.Date',
  instant: 'Edm.DateTimeOffset',
};
export const edmTypeOf = ({ type }: Pick<Column, 'type'>): string => edmTypes[type];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const description = (text: string): string =>
  text === '' ? '' : `<Annotation Term="Org.OData.Core.V1.Description" String="${escaped(text)}"/>`;

const element = (name: string, attributes: string, content: string): string =>
  content === '' ? `<${name} ${attributes}/>` : `<${name} ${attributes}>${content}</${name}>`;

const property = (column: Column): string =>
  element(
    'Property',
    // The instants of the record have milliseconds.
    `Name="${column.name}" Type="${edmTypeOf(column)}"${column.nullable ? '' : ' Nullable="false"'}${column.type === 'instant' ? ' Precision="3"' : ''}`,
    description([column.title, column.description].filter(Boolean).join('. ')),
  );

const entityType = ({ rowType, columns, description: said }: FeedTable): string =>
  `<EntityType Name="${rowType}"><Key><PropertyRef Name="key"/></Key>${columns.map(property).join('')}${description(said)}</EntityType>`;

const yes = (value: boolean): string => (value ? 'true' : 'false');
const record = (term: string, values: Readonly<Record<string, boolean>>): string =>
  `<Annotation Term="Org.OData.Capabilities.V1.${term}"><Record>${Object.entries(values)
    .map(([name, value]) => `<PropertyValue Property="${name}" Bool="${yes(value)}"/>`)
    .join('')}</Record></Annotation>`;

/** Nothing is written through a feed, and no table leads to another but by the columns of its keys. */
const capabilities = ({ saysWhatIsGone }: FeedTable): string =>
  [
    record('ChangeTracking', { Supported: saysWhatIsGone }),
    // What folds into /$count is counted by the tool.
    record('CountRestrictions', { Countable: false }),
    record('ExpandRestrictions', { Expandable: false }),
    record('SearchRestrictions', { Searchable: false }),
    record('InsertRestrictions', { Insertable: false }),
    record('UpdateRestrictions', { Updatable: false }),
    record('DeleteRestrictions', { Deletable: false }),
  ].join('');

const entitySet = (table: FeedTable): string =>
  `<EntitySet Name="${table.name}" EntityType="${namespace}.${table.rowType}">${capabilities(table)}</EntitySet>`;

const functions = [...Object.keys(textFunctions), ...Object.keys(caseFunctions)];

/** The metadata document of the service, in XML. */
export const metadataXml = (tables: readonly FeedTable[]): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    `<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...tables.map(entityType),
    `<EntityContainer Name="${container}">`,
    ...tables.map(entitySet),
    '<Annotation Term="Org.OData.Capabilities.V1.ConformanceLevel"><EnumMember>Org.OData.Capabilities.V1.ConformanceLevelType/Minimal</EnumMember></Annotation>',
    `<Annotation Term="Org.OData.Capabilities.V1.FilterFunctions"><Collection>${functions.map((name) => `<String>${name}</String>`).join('')}</Collection></Annotation>`,
    '<Annotation Term="Org.OData.Capabilities.V1.BatchSupported" Bool="false"/>',
    '</EntityContainer></Schema>',
    '</edmx:DataServices></edmx:Edmx>',
  ].join('\n');
