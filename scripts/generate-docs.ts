import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { reportRules } from '#domain/report/rules.ts';
import { stepOfRule } from '#domain/report/step-of-rule.ts';
import { gateRules } from '#domain/review/gate.ts';
import { everyRule, recordRules } from '#domain/rules-in-words.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { openApiDocument, rolesInWords } from '#schemas/openapi.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { accessPatterns } from '#store/access-patterns.ts';
import { asyncApiDocument } from './async-api.ts';
import { type DecisionFile, decisionsPage } from './decisions-page.ts';
import { dataDictionaryPage, feedColumns } from './feeds-page.ts';
import { code, table } from './markdown.ts';
import { declared, legendOfKinds, listOfRegisters, pageOfRegister } from './registers-page.ts';

/*
 * Writes every document that is made from the code; `--check` writes nothing and fails naming each stale one.
 */

const root = resolve(import.meta.dirname, '..');
const madeBy = 'Made by `npm run docs` from the code; do not edit.';

const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, madeBy, ...parts].join('\n\n')}\n`;

const route = (operation: Operation): string => code(`${operation.method} ${operation.path}`);
const useCaseFile = (operation: Operation): string => code(`functions/api/${operation.useCase}.ts`);

const registerUseCases = new Set([
  'list-entries',
  'get-entry',
  'put-entry',
  'review-entry-no-change',
  'change-entries',
  'strike-out-entry',
  'correct-entry',
]);
const isOfEveryRegister = (operation: Operation): boolean => registerUseCases.has(operation.useCase);

const operationsPage = (): string =>
  page(
    'Operations',
    'Bodies, answers and problems stand in [openapi.json](openapi.json). A function is a trust boundary; its grant is in `store/table/table-definition.ts`.',
    '## Registers',
    'Every register is listed and read by anyone who has signed in (function queries, `functions/api/list-entries.ts` and `get-entry.ts`), and written by the roles below (function commands, `put-entry.ts`, `review-entry-no-change.ts` and `change-entries.ts` where it can be reviewed without a change, `strike-out-entry.ts` and `correct-entry.ts`). A register of the programme itself has the same operations under names with `Programme` in them.',
    table(['Register', 'Operations', 'Written by'], registers.map(registerRow)),
    ...[...Map.groupBy(operations, (operation) => operation.tag)].flatMap(([tag, ofTag]) => [
      `## ${tag}`,
      table(
        ['Operation', 'Method and path', 'What it does', 'Who', 'Function', 'File'],
        ofTag.map((operation) => [
          code(operation.id),
          route(operation),
          operation.summary,
          rolesInWords(operation.roles),
          operation.host,
          useCaseFile(operation),
        ]),
      ),
    ]),
  );

const registerRow = (register: Register): readonly string[] => {
  const ids = operations
    .filter((operation) => operation.register?.kind === register.kind && isOfEveryRegister(operation))
    .filter((operation) => operation.scope === register.scopes[0])
    .map((operation) => code(operation.id));
  const paths = register.scopes.map((scope) =>
    code(`/programmes/{programmeId}${scope === 'review' ? '/reviews/{reviewId}' : ''}/${register.path}`),
  );
  return [paths.join(', '), ids.join(', '), rolesInWords(register.writers)];
};

const ruleTable = (rules: readonly { readonly id: string; readonly sentence: string }[]): string =>
  table(
    ['Rule', 'Sentence'],
    rules.map((rule) => [rule.id, rule.sentence]),
  );

const gateTables = (): readonly string[] =>
  [...Map.groupBy(gateRules, (rule) => rule.stageModel)].flatMap(([model, rules]) => [
    model === 'any' ? '### Of every stage' : `### Of the stage model \`${model}\``,
    model === 'any'
      ? ruleTable(rules)
      : table(
          ['Rule', 'Leaving', 'Criterion'],
          rules.map((rule) => [rule.id, rule.stage, rule.sentence]),
        ),
  ]);

const rulesPage = (): string =>
  page(
    'Rules',
    '## Gates',
    'What a review needs before it leaves a stage. Its SRO may waive a criterion, for one move and with a reason.',
    ...gateTables(),
    '## What is recorded',
    'What a record must keep to besides its schema; what does not is refused, with every fault named.',
    ruleTable(recordRules),
    '## Findings of the monthly report',
    'What the report says of records that contradict each other or lack something. A finding names its rule, its subject and, as evidence, the values that it found in the records; a programme may switch a rule off, or accept what it finds until a day.',
    table(
      ['Rule', 'Kind', 'Sentence', 'Who can mend it', 'Next step'],
      reportRules.map(({ id, kind, sentence }) => {
        const step = stepOfRule(id);
        return [id, kind, sentence, step?.who ?? '', step?.what ?? ''];
      }),
    ),
  );

const registersPage = (): string =>
  page(
    'Registers',
    'Each register has a page: what it is for, who may do what, one request and its answer, its rules, and its fields in the words of its forms. Bodies and answers of all are in [openapi.json](openapi.json).',
    listOfRegisters(),
    '## Kinds of fields',
    legendOfKinds(),
  );

const pagesOfRegisters = (): readonly (readonly [path: string, content: string])[] =>
  declared.map((register) => [
    `docs/reference/registers/${register.path}.md`,
    [...pageOfRegister(register)].toSpliced(1, 0, madeBy).join('\n\n').concat('\n'),
  ]);

const accessPatternsPage = (): string =>
  page(
    'Access patterns',
    'Every question that is asked of the table. There is no scan.',
    table(
      ['Pattern', 'Question', 'Index', 'Condition', 'Asked by'],
      accessPatterns.map((one) => [one.id, one.question, one.index, one.condition, code(one.by)]),
    ),
  );

const decisionFiles = async (): Promise<readonly DecisionFile[]> => {
  const names = (await readdir(resolve(root, 'docs/adr'))).filter((name) => /^\d/.test(name));
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(resolve(root, 'docs/adr', name), 'utf8') })),
  );
};

/** Every column that a feed ever had: none is taken out, so that one whose name was changed is found. */
const columnsKept = 'docs/reference/feed-columns.txt';

/** Every generated document: its path in the repository and what it should hold now. */
export const generatedDocuments = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ['docs/reference/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`],
    ['docs/reference/asyncapi.json', `${JSON.stringify(asyncApiDocument(), null, 2)}\n`],
    ['docs/reference/operations.md', operationsPage()],
    ['docs/reference/registers.md', registersPage()],
    ...pagesOfRegisters(),
    ['docs/reference/rules.md', rulesPage()],
    // What the pages look rules up in.
    ['web/pages/rules/rules.json', `${JSON.stringify(everyRule(), null, 2)}\n`],
    ['docs/reference/access-patterns.md', accessPatternsPage()],
    ['docs/reference/data-dictionary.md', page('Data dictionary', ...dataDictionaryPage())],
    ['docs/adr/README.md', page('Decisions', ...decisionsPage(await decisionFiles()))],
    [columnsKept, feedColumns(await readFile(resolve(root, columnsKept), 'utf8').catch(() => ''))],
  ]);

/** The generated documents that do not hold what they should. */
export const staleDocuments = async (): Promise<readonly string[]> => {
  const stale: string[] = [];
  for (const [path, content] of await generatedDocuments()) {
    const now = await readFile(resolve(root, path), 'utf8').catch(() => undefined);
    if (now !== content) stale.push(path);
  }
  return stale;
};

if (import.meta.main) {
  const stale = await staleDocuments();
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is stale: run npm run docs`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    const documents = await generatedDocuments();
    for (const path of stale) {
      await mkdir(dirname(resolve(root, path)), { recursive: true });
      await writeFile(resolve(root, path), documents.get(path) ?? '');
      console.log(`wrote ${path}`);
    }
  }
}
