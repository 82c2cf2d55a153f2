import { pathToFileURL } from 'node:url';
import { bundleOf, freshenBundles } from './fresh-bundles.ts';

/*
 * `npm start`: sees that the bundles are fresh, those of the functions and that of the stand-in around them, and becomes
 * the process that runs them, with a heap that is kept small. docs/adr/0024-the-stand-in.md says what each setting gives.
 */

freshenBundles(['commands', 'queries', 'board', 'front', 'roll-up', 'local']);
const { argv, env, execArgv, execPath, execve } = process;
const heap = ['--max-semi-space-size=1', '--max-old-space-size=256', '--optimize-for-size'];
const run = bundleOf('local');

// Windows cannot replace a process by another: there it goes on as it is.
if (execve === undefined) await import(pathToFileURL(run).href);
else execve(execPath, [execPath, ...execArgv, ...heap, run, ...argv.slice(2)], { ...env, MALLOC_ARENA_MAX: '1' });
