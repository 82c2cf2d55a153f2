import ts from 'typescript';
import { expect, it } from 'vitest';
import { foundIn, soundFiles, textOf } from './source.ts';

const mostFileLines = 300;
const mostFunctionLines = 60;

/** Files still over the limit. Only ever made shorter: the tests fail for a file here that no longer belongs. */
const longFiles: readonly string[] = [
  'functions/http/http-api.ts',
  'prove/tampering/deeds.ts',
  'schemas/openapi.ts',
  'schemas/operations.ts',
  'schemas/report.ts',
  'store/positions/cards.ts',
];

/** Functions still over the limit, as `<file> <name>`; held like the files. */
const longFunctions: readonly string[] = [
  'domain/report/compose-report.ts openReport',
  'domain/report/engagement.ts engagementPart',
  'domain/report/findings.ts findingsPart',
  'domain/report/flow.ts flowPart',
  'domain/report/next-steps.ts nextStepsPart',
  'domain/report/options.ts optionsPart',
  'domain/report/ratings.ts ratingsPart',
  'domain/report/risks.ts risksPart',
  'functions/commands/record-change.ts recordChange',
  'functions/http/http-api.ts httpApi',
  'functions/scheduled/publish-report.ts publishReport',
  'prove/crashed-roll-ups.ts crashRollUps',
  'prove/edge.ts startEdge',
  'prove/fault-proxy.ts startFaultProxy',
  'prove/function-pool.ts startFunctionPool',
  'prove/hostile.ts hostileOne',
  'prove/idempotency.ts sendAgain',
  'prove/model/gate-of-the-model.ts evidence',
  'prove/model/report-of-the-model.ts contentOf',
  'prove/model/requests-of-chance.ts aboutEntry',
  'prove/model/the-model.ts decide',
  'prove/parts.ts proveFaults',
  'prove/policies/whole-run.ts runWhole',
  'prove/role-cells.ts judgeCells',
  'prove/role-requests.ts willingRequests',
  'prove/schedule.ts fireSchedule',
  'prove/tracker-in-one-process.ts startTrackerInOneProcess',
  'schemas/operations.ts registerOperations',
  'web/report/flow.ts flow',
];

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && 'body' in node;

/** A function's own name, or that of the variable or property that it is the value of. */
const nameOf = (node: ts.FunctionLikeDeclaration): string => {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
    ? parent.name.getText()
    : 'unnamed';
};

/** `<file> <name>` of every function of a file that is over the limit, without its line: lines move. */
const longFunctionsOf = (file: string): readonly string[] =>
  foundIn(file, (node) =>
    isFunction(node) && linesOf(node.getText()) > mostFunctionLines ? nameOf(node) : undefined,
  ).map((found) => found.replace(/:\d+ /, ' '));

it(`no file is over ${mostFileLines} lines`, () => {
  const long = soundFiles.filter((file) => linesOf(textOf(file)) > mostFileLines);
  expect(long.sort()).toEqual([...longFiles].sort());
});

it(`no function is over ${mostFunctionLines} lines`, () => {
  expect(soundFiles.flatMap(longFunctionsOf).sort()).toEqual([...longFunctions].sort());
});
