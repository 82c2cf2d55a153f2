import { type Decided, done } from '../decided.ts';
import type { FeedTable, Row } from '../feeds/column.ts';
import { notRead } from './not-read.ts';
import {
  caseFunctions,
  columnOperand,
  compared,
  isCaseFunction,
  isComparison,
  isTextFunction,
  literalOperand,
  type Operand,
  textFunctions,
} from './operands.ts';
import { type Token, tokensOf } from './tokens.ts';

/*
 * The filters of the OData service (OData 4.0, part 2, 5.1.1), as far as tools need them of a flat table.
 */

export type Test = (row: Row) => boolean;

/** Longer ones are refused before they are read. */
export const mostFilterCharacters = 4_000;
const mostLevels = 30;

/** Why a filter cannot be read; it never leaves this file. */
class Fault extends Error {}

class Reader {
  readonly #table: Pick<FeedTable, 'name' | 'columns'>;
  readonly #tokens: readonly Token[];
  #next = 0;
  #levels = 0;

  constructor(table: Pick<FeedTable, 'name' | 'columns'>, tokens: readonly Token[]) {
    this.#table = table;
    this.#tokens = tokens;
  }

  whole(): Test {
    const test = this.#either();
    const rest = this.#peek();
    if (rest !== undefined)
      throw new Fault(`goes on with "${rest.text}" at character ${rest.at + 1}, where it should end`);
    return test;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #isNext(text: string, kind: Token['kind']): boolean {
    const token = this.#peek();
    return token?.kind === kind && token.text === text;
  }

  #takes(text: string, kind: Token['kind'] = 'sign'): boolean {
    if (!this.#isNext(text, kind)) return false;
    this.#next += 1;
    return true;
  }

  #must(text: string): void {
    if (!this.#takes(text)) throw new Fault(`has no "${text}" ${this.#here()}`);
  }

  #here(): string {
    const token = this.#peek();
    return token === undefined ? 'at its end' : `at character ${token.at + 1}`;
  }

  #either(): Test {
    this.#levels += 1;
    if (this.#levels > mostLevels) throw new Fault(`has more than ${mostLevels} levels`);
    const tests = [this.#both()];
    while (this.#takes('or', 'name')) tests.push(this.#both());
    this.#levels -= 1;
    return tests.length === 1 && tests[0] !== undefined ? tests[0] : (row) => tests.some((test) => test(row));
  }

  #both(): Test {
    const tests = [this.#one()];
    while (this.#takes('and', 'name')) tests.push(this.#one());
    return tests.length === 1 && tests[0] !== undefined ? tests[0] : (row) => tests.every((test) => test(row));
  }

  #one(): Test {
    let isTurned = false;
    while (this.#takes('not', 'name')) isTurned = !isTurned;
    const test = this.#condition();
    return isTurned ? (row) => !test(row) : test;
  }

  #condition(): Test {
    if (this.#takes('(')) {
      const test = this.#either();
      this.#must(')');
      return test;
    }
    const called = this.#called();
    if (called !== undefined && isTextFunction(called)) return this.#orCompared(this.#textFunction(called));
    const operand = this.#operand();
    const how = this.#peek();
    if (how?.kind === 'name' && isComparison(how.text)) {
      this.#next += 1;
      const other = this.#operand();
      this.#alike(operand, other);
      const { text } = how;
      return (row) => compared(text, operand.of(row), other.of(row));
    }
    if (this.#takes('in', 'name')) return this.#among(operand);
    if (operand.kind === 'yes or no') return (row) => operand.of(row) === true;
    throw new Fault(`does not say how ${operand.inWords} is compared ${this.#here()}`);
  }

  /** The name of a function that is asked for next, in small letters: clients write it in any (OData 4.01, part 2, 5.1.1). */
  #called(): string | undefined {
    const [token, next] = this.#tokens.slice(this.#next, this.#next + 2);
    return token?.kind === 'name' && next?.kind === 'sign' && next.text === '(' ? token.text.toLowerCase() : undefined;
  }

  /** `contains(title,'lease') eq true`, as some tools write it. */
  #orCompared(test: Test): Test {
    const how = this.#peek();
    if (how?.kind !== 'name' || (how.text !== 'eq' && how.text !== 'ne')) return test;
    this.#next += 1;
    const other = this.#operand();
    if (other.kind !== 'yes or no') throw new Fault(`compares what is true or false with ${other.inWords}`);
    return (row) => compared(how.text === 'eq' ? 'eq' : 'ne', test(row), other.of(row));
  }

  #among(operand: Operand): Test {
    this.#must('(');
    const others = [this.#operand()];
    while (this.#takes(',')) others.push(this.#operand());
    this.#must(')');
    for (const other of others) this.#alike(operand, other);
    return (row) => others.some((other) => operand.of(row) === other.of(row));
  }

  #textFunction(name: keyof typeof textFunctions): Test {
    this.#next += 1;
    this.#must('(');
    const text = this.#text(name);
    this.#must(',');
    const part = this.#text(name);
    this.#must(')');
    return (row) => {
      const [one, other] = [text.of(row), part.of(row)];
      return typeof one === 'string' && typeof other === 'string' && textFunctions[name](one, other);
    };
  }

  #text(name: string): Operand {
    const operand = this.#operand();
    if (operand.kind !== 'text') throw new Fault(`asks ${name} of ${operand.inWords}, which is no text`);
    return operand;
  }

  #operand(): Operand {
    const token = this.#peek();
    if (token === undefined) throw new Fault('ends where a column or a value should be');
    const called = this.#called();
    this.#next += 1;
    const literal = literalOperand(token);
    if (literal !== undefined) return literal;
    if (called !== undefined && isCaseFunction(called)) {
      const turned = caseFunctions[called];
      this.#must('(');
      const within = this.#text(called);
      this.#must(')');
      return {
        ...within,
        of: (row) => {
          const value = within.of(row);
          return typeof value === 'string' ? turned(value) : null;
        },
      };
    }
    const place = this.#table.columns.findIndex(({ name }) => name === token.text);
    const column = this.#table.columns[place];
    if (token.kind !== 'name' || column === undefined) {
      throw new Fault(
        called !== undefined
          ? `asks for ${token.text}(), which is not supported`
          : `names "${token.text}" at character ${token.at + 1}, which is no column of ${this.#table.name}`,
      );
    }
    return columnOperand(column, place);
  }

  #alike(one: Operand, other: Operand): void {
    if (one.kind === other.kind || one.kind === 'null' || other.kind === 'null') return;
    const words: Readonly<Record<Operand['kind'], string>> = {
      text: 'a text in single quotation marks',
      number: 'a number',
      'yes or no': 'true or false',
      day: 'a day, as 2014-04-30',
      instant: 'an instant, as 2014-04-30T22:59:59Z',
      null: 'null',
    };
    throw new Fault(`compares ${one.inWords} (${words[one.kind]}) with ${other.inWords} (${words[other.kind]})`);
  }
}

/** The test that a filter makes of each row of a table. Refused with what is wrong with it, where, and what is supported. */
export const filterOf = (table: Pick<FeedTable, 'name' | 'columns'>, filter: string): Decided<Test> => {
  if (filter.length > mostFilterCharacters) return notRead(`has more than ${mostFilterCharacters} characters`);
  const tokens = tokensOf(filter);
  if (tokens.kind === 'refused') return tokens;
  try {
    return done(new Reader(table, tokens.result).whole());
  } catch (error) {
    if (error instanceof Fault) return notRead(error.message);
    throw error;
  }
};
