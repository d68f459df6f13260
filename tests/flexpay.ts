import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from './launcher/program.ts';

export type Typed = { readonly code: number; readonly stdout: string; readonly stderr: string };

const program = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** Types `flexpay …` as a process of its own; `env` says where the house is and which keys there are. */
export function flexpay(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Typed> {
  return flexpayWith('', env, ...args);
}

/** The same with something piped in. */
export function flexpayWith(piped: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<Typed> {
  return new Promise((resolve) => {
    const typed = [program, ...args];
    const run = execFile(process.execPath, typed, { env: cleanEnvironment(env) }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    run.stdin?.end(piped);
  });
}

/** The ring of somebody who runs this house. */
export function ringOf(house: { baseUrl: string; operatorKey: string; apiKey: string }): NodeJS.ProcessEnv {
  return {
    FLEXPAY_URL: house.baseUrl,
    FLEXPAY_OPERATOR_KEY: house.operatorKey,
    FLEXPAY_API_KEY: house.apiKey,
  };
}
