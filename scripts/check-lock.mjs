// Proves that package-lock.json is whole and tied to no machine. A mirror that lacks some platforms' builds makes
// `npm install` leave them out without a word; `npm ci` then refuses the lock on another machine.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Where Node would find `name` from the package at `from`: its own node_modules first, then those above. */
function locked(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
  }
}

const problems = [];
for (const [path, entry] of Object.entries(packages)) {
  const required = { ...entry.dependencies, ...entry.optionalDependencies };
  if (path === '') Object.assign(required, entry.devDependencies);
  for (const name of Object.keys(required)) {
    if (!locked(path, name)) problems.push(`${path || 'the project'} needs ${name}, which is not in the lock`);
  }
  if (path === '' || entry.link) continue;
  if (entry.resolved) problems.push(`${path} is bound to a registry: ${entry.resolved}`);
  if (!entry.integrity && !entry.inBundle) problems.push(`${path} has no integrity hash`);
  const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (entry.hasInstallScript && manifest.allowScripts?.[name] === undefined) {
    problems.push(`${path} has an install script; allow or refuse it under "allowScripts" in package.json`);
  }
}
for (const group of ['dependencies', 'devDependencies']) {
  for (const [name, version] of Object.entries(manifest[group] ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version)) problems.push(`${name} is not pinned to an exact version: ${version}`);
    if (packages[''][group]?.[name] !== version) problems.push(`${name} ${version} is not what the lock was made for`);
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`package-lock.json: ${Object.keys(packages).length - 1} packages, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
