import { rulesOf } from '#domain/registers/rules.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { rolesInWords } from '#schemas/openapi.ts';
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

const rowsOf = (fields: readonly Field[], at = ''): readonly (readonly string[])[] =>
  fields.flatMap((field) => {
    const path = `${at}${field.name}`;
    const within = [...(field.fields ?? []), ...(field.forms ?? []).flat()];
    return [
      [code(path), field.label, kindInWords(field), field.required ? 'yes' : '', field.hint],
      ...rowsOf(within, `${path}${field.kind === 'list' ? '[].' : '.'}`),
    ];
  });

const partOf = (register: Register & { readonly kind: RegisterKind }): readonly string[] => {
  const { sentences } = rulesOf(register.kind);
  return [
    `## ${register.path.charAt(0).toUpperCase()}${register.path.slice(1).replaceAll('-', ' ')}`,
    `${register.purpose} ${whoWrites(register)}`,
    table(['Field', 'Label', 'Kind', 'Required', 'Hint'], rowsOf(fieldsOf(register.record))),
    `A list shows: ${register.columns.map(code).join(', ')}. An entry is named ${register.entryName(register.record.parse(register.example), register.exampleId)}.`,
    ...(sentences.length === 0
      ? []
      : [
          table(
            ['Rule', 'Sentence'],
            sentences.map((rule) => [rule.id, rule.sentence]),
          ),
        ]),
    `An example, ${code(register.exampleId)}:`,
    `\`\`\`json\n${JSON.stringify(register.example, null, 2)}\n\`\`\``,
  ];
};

/** One part of the page for each register, in the order of the list. */
export const partsOfRegisters = (): readonly string[] => registers.flatMap(partOf);
