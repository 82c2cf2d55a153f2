import { schemaOf, type TableFile } from './table-file.ts';

/** A licence that a council may choose. */
export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** By the word that chooses it. `none` states none. */
export const licences: Readonly<Record<string, Licence | null>> = {
  'ogl-3.0': {
    name: 'OGL-UK-3.0',
    title: 'Open Government Licence v3.0',
    path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  none: null,
};

/** What an extract is of. */
export interface Extract {
  readonly programme: {
    readonly id: string;
    readonly name: string;
    readonly council: string;
    readonly fictional: boolean;
  };
  readonly licence: Licence | null;
  /** Where its files will be; null: not known yet, and the files are named beside the description. */
  readonly at: string | null;
  readonly files: readonly TableFile[];
  /** Of the reports that are in it: the first and last month, and when the last was published; null where there is none. */
  readonly months: { readonly first: string; readonly last: string; readonly publishedAt: string } | null;
}

const titleOf = ({ programme: { name, council } }: Extract): string => `${name}, ${council}: monthly reports`;

const descriptionOf = ({ programme: { fictional }, months }: Extract): string =>
  [
    ...(fictional ? ['A fictional programme.'] : []),
    'What the monthly reports of the programme say, as published, in the public view.',
    ...(months === null
      ? ['No report is published yet.']
      : [`Months: ${months.first} to ${months.last}, the latest revision of each.`]),
    'Where words are exempt from publication under Schedule 12A to the Local Government Act 1972 a sentence that says so stands in their place; figures are all there.',
  ].join(' ');

/** The description of the folder as a Data Package (https://specs.frictionlessdata.io/data-package/). */
export const dataPackage = (extract: Extract) => ({
  profile: 'tabular-data-package',
  name: `${extract.programme.id}-reports`,
  title: titleOf(extract),
  description: descriptionOf(extract),
  ...(extract.licence === null ? {} : { licenses: [extract.licence] }),
  ...(extract.months === null ? {} : { created: extract.months.publishedAt }),
  contributors: [{ title: extract.programme.council, role: 'publisher' }],
  resources: extract.files.map(({ table, name, bytes, digest }) => ({
    profile: 'tabular-data-resource',
    name: table.name.toLowerCase(),
    path: name,
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${digest}`,
    schema: schemaOf(table),
  })),
});

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The same for catalogues: DCAT, with what DCAT-AP asks of a dataset and its distributions (https://www.w3.org/TR/vocab-dcat-3/), as JSON-LD. */
export const dcatDescription = (extract: Extract) => {
  const { at, licence, months, programme, files } = extract;
  const address = (name: string): string => (at === null ? name : new URL(name, at).href);
  const licensed = licence === null ? {} : { 'dct:license': { '@id': licence.path } };
  return {
    '@context': context,
    '@id': address('dcat.jsonld#dataset'),
    '@type': 'dcat:Dataset',
    'dct:title': { '@value': titleOf(extract), '@language': 'en-GB' },
    'dct:description': { '@value': descriptionOf(extract), '@language': 'en-GB' },
    'dct:identifier': `${programme.id}-reports`,
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': programme.council },
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/ENG' },
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/MONTHLY' },
    'dcat:keyword': ['transformation', 'savings', 'service reviews', 'local government'],
    ...licensed,
    ...(months === null
      ? {}
      : {
          'dct:modified': { '@value': months.publishedAt, '@type': 'xsd:dateTime' },
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': { '@value': months.first, '@type': 'xsd:gYearMonth' },
            'dcat:endDate': { '@value': months.last, '@type': 'xsd:gYearMonth' },
          },
        }),
    'dcat:distribution': files.map(({ table, name, bytes, digest }) => ({
      '@id': address(`dcat.jsonld#${table.name}`),
      '@type': 'dcat:Distribution',
      'dct:title': { '@value': table.title, '@language': 'en-GB' },
      'dct:description': { '@value': table.description, '@language': 'en-GB' },
      'dcat:accessURL': { '@id': address(name) },
      'dcat:downloadURL': { '@id': address(name) },
      'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
      'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@value': digest, '@type': 'xsd:hexBinary' },
      },
      'dct:conformsTo': { '@id': address('datapackage.json') },
      ...licensed,
    })),
  };
};

/** What whoever finds the folder reads first, and whoever is to publish it. */
export const readMe = (extract: Extract): string => {
  const { licence, programme, files } = extract;
  const rights =
    licence === null
      ? 'No licence is stated: nobody may use this yet. The council chooses one before it is published.'
      : `Contains public sector information licensed under the [${licence.title}](${licence.path}), © ${programme.council}. Who uses it says so.`;
  return [
    `# ${titleOf(extract)}`,
    descriptionOf(extract),
    '## Files',
    ...files.map(({ table, name, rows }) => `- [${name}](${name}): ${table.description} ${rows} rows.`),
    '- [datapackage.json](datapackage.json): the columns of each, with their types (Data Package, Table Schema)',
    '- [dcat.jsonld](dcat.jsonld): the description for catalogues (DCAT)',
    '## Licence',
    rights,
    'A cell that would begin as a formula has an apostrophe before it.',
  ]
    .join('\n\n')
    .replaceAll('\n\n- ', '\n- ')
    .concat('\n');
};
