import type * as z from 'zod';
import type { Register } from '#registers/declaration.ts';
import { entryOf, pageOf } from './answer-parts.ts';
import { correctionOf } from './request-parts.ts';

/*
 * The schemas of a register's requests and answers, each made once: a register of reviews and of the programme answers the
 * same.
 */

const ofEachRegister = <T extends z.ZodType>(make: (register: Register) => T) => {
  const made = new Map<string, T>();
  return (register: Register): T => {
    const schema = made.get(register.kind) ?? make(register);
    made.set(register.kind, schema);
    return schema;
  };
};

export const entrySchema = ofEachRegister((register) =>
  entryOf(register.record, register.facts, register.computed, register.id).meta({ id: `${register.stem}Entry` }),
);
export const listSchema = ofEachRegister((register) =>
  pageOf(entrySchema(register)).meta({ id: `${register.stem}List` }),
);
export const correctionSchema = ofEachRegister((register) => correctionOf(register.record, register.stem));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const registerTag = (register: Register): string => capital(register.path.replaceAll('-', ' '));
