import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#local/engine.ts';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { startTracker, type Tracker } from '#local/tracker.ts';
import { operations } from '#schemas/operations.ts';
import type { WholeRun } from './asking.ts';
import { deployedPolicies, type FunctionPolicy, unused, withoutGrant } from './function-policies.ts';
import { recordQueueCalls, startRecordingProxy } from './recording-proxy.ts';
import { distinct, queueActionOf, type TakenAction, tableActionsOf } from './taken-actions.ts';
import { runWhole } from './whole-run.ts';

/*
 * Everything is asked of a whole tracker, a recording proxy stands between its functions and the engine, and each
 * thing that a function did of the table or the queue is judged by that function's own policy, as IAM would.
 */

interface ObservedRun {
  readonly policies: ReadonlyMap<string, FunctionPolicy>;
  /** Every action on the table or the queue, in order. */
  readonly actions: readonly TakenAction[];
  /** Each kind of action once. */
  readonly taken: readonly TakenAction[];
  readonly ran: WholeRun;
  /** What the tracker complained of. */
  readonly troubles: readonly string[];
}

/** Runs a tracker whose functions find `endpoint` for their engine. */
const withEndpoint = async <T>(endpoint: string, run: () => Promise<T>): Promise<T> => {
  const before = process.env.DYNAMODB_ENDPOINT;
  process.env.DYNAMODB_ENDPOINT = endpoint;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env.DYNAMODB_ENDPOINT;
    else process.env.DYNAMODB_ENDPOINT = before;
  }
};

/** Asks everything that can be asked, and keeps what the functions did for it. */
const observeWholeRun = async (): Promise<ObservedRun> => {
  freshenBundles([
    'commands',
    'queries',
    'board',
    'front',
    'roll-up',
    'messages',
    'pre-token',
    'users-export',
    'canary',
  ]);
  const policies = deployedPolicies();
  const data = mkdtempSync(join(tmpdir(), 'policy-checks-'));
  const troubles: string[] = [];
  const engine = await startEngine();
  const proxy = await startRecordingProxy(engine.endpoint);
  let tracker: Tracker | undefined;
  const queueCalls = recordQueueCalls(() => tracker?.port);
  try {
    const started = await withEndpoint(proxy.endpoint, () =>
      startTracker({
        port: 0,
        data,
        bundleOf,
        onTrouble: (sentence) => troubles.push(sentence),
        organisations: ['council'],
      }),
    );
    tracker = started;
    const began = proxy.calls.length;
    const ran = await runWhole(started);
    const actions = [...proxy.calls.slice(began).flatMap(tableActionsOf), ...queueCalls.calls.map(queueActionOf)];
    return { policies, actions, taken: distinct(actions), ran, troubles };
  } finally {
    queueCalls.stop();
    await tracker?.stop();
    await proxy.stop();
    await engine.stop();
    rmSync(data, { recursive: true, force: true });
  }
};

// What Lambda does in a function's name shows in no call of ours: its log, its trace, the reading of the queue for
// it, and where a daily call goes that was lost.
const byLambda =
  /^\S+ (?:logs|xray):|^roll-up sqs:(?:ReceiveMessage|DeleteMessage|GetQueueAttributes) on queue$|^roll-up sqs:SendMessage on \S+:ScheduleDeadLetters/;

/** What a function is granted and made no use of, but for what Lambda uses in its name; each in words. */
export const notUsed = (policy: FunctionPolicy, taken: readonly TakenAction[]): readonly string[] =>
  unused(policy, taken)
    .map(({ action, on }) => `${policy.name} ${action} on ${on}`)
    .filter((grant) => !byLambda.test(grant));

export interface PolicyChecks {
  /** How many actions on the table or the queue were judged by the policy of the function that took them. */
  readonly checks: number;
  /** Of them the different ones: function, action, resource and partitions. */
  readonly kinds: number;
  /** What was done without a grant, each in words; a loss. */
  readonly missing: readonly string[];
  /** What is granted and was not used, each in words; to be reported. */
  readonly unused: readonly string[];
  /** Operations that nobody was answered: what they do was not judged; a gap. */
  readonly unanswered: readonly string[];
  readonly observed: ObservedRun;
}

export const policyChecks = async (): Promise<PolicyChecks> => {
  const observed = await observeWholeRun();
  const { policies, actions, taken, ran } = observed;
  return {
    checks: actions.length,
    kinds: taken.length,
    missing: withoutGrant(policies, taken),
    unused: [...policies.values()].flatMap((policy) => notUsed(policy, taken)),
    unanswered: operations.map(({ id }) => id).filter((id) => !ran.answered.has(id)),
    observed,
  };
};
