import { fileURLToPath } from 'node:url';
import { run } from './database-limit.ts';

/** Runs a program of the bench in a process of its own and answers what it printed. */
export async function runProgram<Result>(name: string, plan: object): Promise<Result> {
  const program = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const args = ['--disable-warning=ExperimentalWarning', program];
  return JSON.parse(await run(process.execPath, args, { input: JSON.stringify(plan) })) as Result;
}
