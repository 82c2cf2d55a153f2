import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Invocation } from '#local/function-thread.ts';
import { runFunction } from '#local/local-function.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-function-'));
const logFile = join(folder, 'functions.log');
const run = (timeoutMilliseconds = 10_000, bundle = 'handler.mjs', idleMilliseconds = 60_000) =>
  runFunction({
    name: 'commands',
    bundle: fileURLToPath(new URL(`./fixtures/${bundle}`, import.meta.url)),
    environment: { TABLE_NAME: 'tracker', AWS_ACCESS_KEY_ID: 'commands' },
    timeoutMilliseconds,
    idleMilliseconds,
    logFile,
  });
const commands = run();
afterAll(async () => {
  await commands.stop();
  rmSync(folder, { recursive: true, force: true });
});

const saidBy = (invocation: Invocation) => {
  if (invocation.kind !== 'answered') throw new Error(JSON.stringify(invocation));
  return JSON.parse((invocation.answer as { body: string }).body);
};

describe('a function in a thread of its own', () => {
  it('is given its event, its request id and its own environment, and nothing of ours', async () => {
    const said = saidBy(await commands.invoke({ hello: 'Kent' }, 'request-1'));
    expect(said).toMatchObject({ event: { hello: 'Kent' }, requestId: 'request-1' });
    expect(said.environment).toEqual({ TABLE_NAME: 'tracker', AWS_ACCESS_KEY_ID: 'commands' });
  });

  it('has the clock that its caller sets for the call, and no other call has it', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const shift = Date.parse('2014-04-30T10:00:00Z') - Date.now();
    const calls = [commands.invoke({ does: 'wait' }, 'past', shift), commands.invoke({ does: 'wait' }, 'now')];
    const [past, now] = (await Promise.all(calls)).map(saidBy);
    expect(past.clock).toEqual(['2014-04-30', '2014-04-30']);
    expect(now.clock).toEqual([today, today]);
    for (const { left } of [past, now]) expect(left).toBeGreaterThan(5_000);
  });

  it('is loaded once, and its calls overlap', async () => {
    const before = saidBy(await commands.invoke({})).calls;
    const calls = await Promise.all(Array.from({ length: 10 }, () => commands.invoke({ does: 'wait' })));
    // Each says how many calls had begun when it ended: all ten.
    expect(calls.map((call) => saidBy(call).calls)).toEqual(Array.from({ length: 10 }, () => before + 10));
  });

  it('does ten things at once, and the eleventh when one of them is done: a crowd of callers does not run it out of breath', async () => {
    const before = saidBy(await commands.invoke({})).calls;
    const crowd = await Promise.all(Array.from({ length: 40 }, () => commands.invoke({ does: 'wait' })));
    const begun = crowd.map((call) => saidBy(call).calls - before);
    expect(Math.min(...begun)).toBe(10);
    expect(Math.max(...begun)).toBe(40);
  });

  it('that throws fails that call alone', async () => {
    expect(await commands.invoke({ does: 'throw' })).toEqual({ kind: 'failed', message: 'the store is on fire' });
    expect((await commands.invoke({})).kind).toBe('answered');
    expect(readFileSync(logFile, 'utf8')).toContain('the store is on fire');
  });

  it('that crashes is started again by the next call', async () => {
    const both = await Promise.all([commands.invoke({ does: 'wait' }), commands.invoke({ does: 'crash' })]);
    expect(both.map((one) => one.kind)).toEqual(['crashed', 'crashed']);
    expect(saidBy(await commands.invoke({})).calls).toBe(1);
  });

  it('that crashes leaves what it said last in the log', async () => {
    await commands.invoke({ does: 'crash', says: 'out of breath' });
    expect(readFileSync(logFile, 'utf8')).toContain('out of breath\n');
  });

  it.each(['hang', 'spin'])('that overruns its time (%s) is cut off and started again', async (does) => {
    const hasty = run(1_000);
    await hasty.invoke({});
    expect(await hasty.invoke({ does })).toEqual({ kind: 'timed-out' });
    expect(saidBy(await hasty.invoke({})).calls).toBe(1);
    await hasty.stop();
  });

  it('that nobody asks anything for a while is ended, never while it works, and started again by the next call', async () => {
    const rarely = run(10_000, 'handler.mjs', 40);
    expect((await rarely.invoke({ does: 'wait' })).kind).toBe('answered');
    await expect.poll(async () => saidBy(await rarely.invoke({})).calls, { interval: 300, timeout: 10_000 }).toBe(1);
    await rarely.stop();
  });

  it('may answer no more than Lambda hands on', async () => {
    expect(await commands.invoke({ does: 'too-much' })).toMatchObject({ kind: 'failed' });
  });

  it('whose bundle cannot be loaded says so', async () => {
    const broken = run(10_000, 'no-such-bundle.mjs');
    expect(await broken.invoke({})).toMatchObject({
      kind: 'crashed',
      message: expect.stringContaining('no-such-bundle'),
    });
  });
});
