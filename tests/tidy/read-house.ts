import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HouseFile, houseFile } from './house-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', '.git', '.local', '.preparing']);
const readable = /\.(ts|tsx|mjs|js|json|html|css|md|sql|eta|svg|sh|txt)$|(^|\/)(LICENSE|NOTICE|run)$/;

/** Every text file of the house. What is not committed counts too, unless git ignores it. */
export function readHouse(): HouseFile[] {
  const ignored = ignoredByGit();
  return walk('')
    .filter((name) => readable.test(name) && !/package-lock\.json$|\.gen\./.test(name) && !ignored.has(name))
    .sort()
    .map((name) => houseFile(name, fs.readFileSync(path.join(root, name), 'utf8')));
}

function walk(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(name) : entry.isFile() ? [name] : [];
  });
}

/** Empty outside a git checkout, such as an unpacked archive. */
function ignoredByGit(): Set<string> {
  const list = spawnSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return new Set(list.status === 0 ? list.stdout.split('\n') : []);
}
