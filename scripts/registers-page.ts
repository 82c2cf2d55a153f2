import type * as z from 'zod';
import { rulesOf } from '#domain/registers/rules.ts';
import { FinancialYear, LocalDate, ReportMonth } from '#language/time.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Figure, FigureOrPounds, Pounds } from '#schemas/figures.ts';
import { rolesInWords } from '#schemas/openapi.ts';
import { registerTag } from '#schemas/operations/register-schemas.ts';
import { operations, pathOf } from '#schemas/operations.ts';
import { exampleAnswer, exampleDay, examplePlace, exampleSender } from './example-answer.ts';
import { code, table } from './markdown.ts';

/*
 * The registers as documents show them: what a stranger, a form or a spreadsheet needs to know of each field.
 */

const whoWrites = (register: Register): string => {
  const scopes = register.scopes.map((scope) => (scope === 'review' ? 'of a review' : 'of the programme itself'));
  const how = register.byActOnly ? ' Entries are made by an act alone.' : '';
  return `Entries ${scopes.join(' and ')}. Written by: ${rolesInWords(register.writers)}.${how}`;
};

const kindInWords = (field: Omit<Field, 'name' | 'label' | 'hint' | 'required'>): string => {
  const { kind, of, choices, register, longest } = field;
  if (kind === 'list' && of !== undefined) {
    const { of: _, ...item } = field;
    return `list: ${kindInWords({ ...item, kind: of })}`;
  }
  if (choices !== undefined) return `choice: ${choices.map((one) => `${one.label} (${code(one.name)})`).join(', ')}`;
  if (register !== undefined) return `reference to ${register.replaceAll('-', ' ')}`;
  return longest === undefined ? kind : `${kind}, at most ${longest} characters`;
};

const rowsOf = (fields: readonly Field[], at = '', requiredInWords = 'yes'): readonly (readonly string[])[] =>
  fields.flatMap((field) => {
    const path = `${at}${field.name}`;
    const within = `${path}${field.kind === 'list' ? '[].' : '.'}`;
    return [
      [code(path), field.label, kindInWords(field), field.required ? requiredInWords : '', field.hint],
      ...rowsOf(field.fields ?? [], within),
      ...(field.forms ?? []).flatMap((form, index) => rowsOf(form, within, `in form ${index + 1}`)),
    ];
  });

/** Values that a schema takes, as they are sent. */
const examples = (schema: z.ZodType, ...values: readonly unknown[]): string =>
  values.map((one) => code(JSON.stringify(schema.parse(one)))).join(' or ');

/** What is sent for each kind of field that is not a plain text, number or list. */
export const legendOfKinds = (): string =>
  table(
    ['Kind', 'What is sent'],
    [
      ['date', `A day: ${examples(LocalDate, '2026-01-20')}`],
      ['month', `A month: ${examples(ReportMonth, '2026-01')}`],
      ['financial year', `From 1 April to 31 March: ${examples(FinancialYear, '2026/27')}`],
      ['pounds', `Whole pounds, without pence: ${examples(Pounds, 43_000_000)}`],
      [
        'figure',
        `An honest amount of money: ${examples(FigureOrPounds, 265_000)} where a bare number is taken, ${examples(Figure, { kind: 'about', pounds: 265_000 }, { kind: 'range', low: 200_000, high: 300_000 }, { kind: 'to-be-confirmed', reason: 'Bids are due in May' }, { kind: 'not-stated' })}; \`Figure\` in [openapi.json](openapi.json) has all nine`,
      ],
      [
        'date as stated',
        `What is known of a date: ${examples(DateStatement, { kind: 'date', date: '2026-01-20' }, { kind: 'month', month: '2026-01' }, { kind: 'months', from: '2026-08', to: '2026-09' }, { kind: 'season', season: 'spring', year: 2026 }, { kind: 'quarter', quarter: 2, year: '2026/27' }, { kind: 'financial-year', year: '2026/27' }, { kind: 'by', date: '2026-01-20' }, { kind: 'words', words: 'after the election' }, { kind: 'to-be-confirmed', reason: 'The tender is not out' }, { kind: 'not-stated' })}`,
      ],
      [
        'exemption',
        `Which fields are withheld: ${examples(Exemption, { fields: ['title'], ground: 3, until: '2027-04-01' })}`,
      ],
      ['reference to ...', 'The id of an entry of that register, of the same review or of the programme'],
      ['group', 'An object: its fields are the rows below it'],
      [
        'either',
        'An object in one of several forms: "in form 1" is required where that form is chosen, and no field of another form is sent with it',
      ],
      ['list: ...', 'An array, each item of the kind that follows'],
    ],
  );

const nameOf = ({ path }: Register): string => `${path.charAt(0).toUpperCase()}${path.slice(1).replaceAll('-', ' ')}`;
const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

/** Every operation on the register, or on something of its entries, and who may ask for it. */
const whoMayDoWhat = (register: Register): string =>
  table(
    ['Operation', 'Method and path', 'What it does', 'Who'],
    operations
      .filter(({ tag }) => tag === registerTag(register))
      .map(({ id, method, path, summary, roles }) => [
        code(id),
        code(`${method} ${path}`),
        summary,
        rolesInWords(roles),
      ]),
  );

const rulesOfRegister = (register: One): readonly string[] => {
  const { sentences } = rulesOf(register.kind);
  const sentence = ({ id, sentence: says }: { readonly id: string; readonly sentence: string }) => [id, says];
  return [
    '## Its rules',
    sentences.length === 0
      ? 'It has none besides its fields, and those of every record: dates of what happened are not after the day from which they hold, and an exemption names fields that hold text.'
      : table(['Rule', 'Sentence'], sentences.map(sentence)),
    'A rule that is broken is answered with 422, every fault with its place. What the monthly report finds of records is in [rules.md](../rules.md).',
  ];
};

/** How the example is sent: the request line, its headers, and the body. */
const requestOf = (register: One): readonly string[] => {
  const scope = register.scopes[0];
  const useCase = register.byActOnly === true ? 'rate-review' : 'put-entry';
  const operation = operations.find(
    (one) =>
      one.useCase === useCase &&
      (register.byActOnly === true || (one.register?.kind === register.kind && one.scope === scope)),
  );
  if (operation === undefined) throw new Error(`no operation records an entry of ${register.kind}`);
  const path = pathOf(operation, { ...examplePlace, entryId: register.exampleId, month: register.exampleId });
  const headers =
    operation.method === 'PUT'
      ? ['If-None-Match: *', `Effective-At: ${exampleDay}`]
      : ['Idempotency-Key: <one of your own>', 'If-Match: "<ETag of the review>"'];
  return [
    '## One request',
    `Sent by ${exampleSender(register).roles.join(', ')}:`,
    `\`\`\`http\n${[`${operation.method} ${path}`, 'Content-Type: application/json', ...headers].join('\n')}\n\`\`\``,
    json(register.example),
  ];
};

/** The page of a register, from its declaration. */
export const pageOfRegister = (register: One): readonly string[] => [
  `# ${nameOf(register)}`,
  `${register.purpose} ${whoWrites(register)}`,
  '## Who may do what',
  whoMayDoWhat(register),
  ...requestOf(register),
  '## One answer',
  json(exampleAnswer(register)),
  ...rulesOfRegister(register),
  '## Its fields',
  `What a kind of field is sent as is in [registers.md](../registers.md#kinds-of-fields). A list shows: ${register.columns.map(code).join(', ')}. An entry is named ${register.entryName(register.record.parse(register.example), register.exampleId)}.`,
  table(['Field', 'Label', 'Kind', 'Required', 'Hint'], rowsOf(fieldsOf(register.record))),
];

/** The list of them, with where each has its page. */
export const listOfRegisters = (): string =>
  table(
    ['Register', 'What it is for', 'Of', 'Written by'],
    declared.map((register) => [
      `[${nameOf(register)}](registers/${register.path}.md)`,
      register.purpose,
      register.scopes.map((scope) => (scope === 'review' ? 'a review' : 'the programme')).join(', '),
      rolesInWords(register.writers),
    ]),
  );

type One = Register & { readonly kind: RegisterKind };
export const declared: readonly One[] = registers;
