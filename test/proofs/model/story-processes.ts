import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type Persona, type Scenario, Told } from './story.ts';

/** Lets tellers, each a process with a tracker of its own, do something, and ends them. */
export const withTellers = async <T>(
  processes: number,
  run: (personas: readonly Persona[]) => Promise<T>,
): Promise<T> => {
  const children = Array.from({ length: processes }, () =>
    fork(join(import.meta.dirname, 'story-process.ts'), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  const tellerOf = async (child: (typeof children)[number]): Promise<Persona> => {
    const next = (): Promise<Told> =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('a process that tells stories ended'));
        child.once('exit', ended);
        child.once('message', (message) => {
          child.off('exit', ended);
          resolve(Told.parse(message));
        });
      });
    await next();
    return async (seed, commands): Promise<Scenario> => {
      const told = next();
      child.send({ seed, commands });
      const said = await told;
      if (said.kind !== 'told') throw new Error(said.kind === 'failed' ? said.message : 'a story was not told');
      return said.scenario;
    };
  };
  try {
    return await run(await Promise.all(children.map(tellerOf)));
  } finally {
    await Promise.all(
      children.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (!child.connected) return resolve();
            child.once('exit', () => resolve());
            child.disconnect();
          }),
      ),
    );
  }
};
