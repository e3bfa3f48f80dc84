// @ts-check

// Runs a script of the project, node scripts/run.mjs <file> …, with the packages of the lockfile and under the Node that
// is one of them; installs both when they are missing. This file itself runs under any Node from 20 on and without packages.
// No "pre" script does this: npm leaves those out where install scripts are off.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = new URL('../node_modules/', import.meta.url);
const runtime = fileURLToPath(
  new URL(process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node', modules),
);

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** The packages a lockfile names, by folder. @param {URL} file */
function packages(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */ (
    packages
  );
}

const wanted = packages(new URL('../package-lock.json', import.meta.url));

/** npm keeps in node_modules a lockfile of what it has put there. */
function isInstalled() {
  const record = new URL('.package-lock.json', modules);
  if (!existsSync(record)) return false;
  const present = packages(record);
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    const found = present[folder];
    if (folder === '') return true;
    // What is optional may be meant for another system.
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

/** Calls npm, under the Node that npm itself was started with. @param {...string} command */
function npm(...command) {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env;
  const result = script
    ? spawnSync(node, [script, ...command], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status === 0;
}

function runtimeVersion() {
  const result = spawnSync(runtime, ['--version'], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim().slice(1) : null;
}

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`This is Node ${process.versions.node}. Please install Node 20 or later and start again.`);

if (!isInstalled()) {
  console.log('Installing the packages of package-lock.json …');
  if (!npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'))
    stop('npm ci failed, see above. Is the package registry within reach? Then try again.');
}

const version = wanted['node_modules/node']?.version;
if (runtimeVersion() !== version)
  stop(
    `The project brings its own Node ${version}, as a package that puts it in place by an install script.\n` +
      'It has not arrived; perhaps install scripts are switched off here (npm config get ignore-scripts).\n' +
      'Remedy: npm rebuild node esbuild --ignore-scripts=false',
  );

const child = spawn(runtime, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the child as well; it decides how to end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
// Who ends npm ends the shell that npm has put in between, but not what that shell has started.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'])
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
