import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What a store's own bundler makes of its page: `flexpay-js` is this folder, React the real one. */
export async function bundled(code: string): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const entry = `${root}page.jsx`;
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: { alias: { 'flexpay-js/react': `${root}sdk/react.ts`, 'flexpay-js': `${root}sdk/load.ts` } },
    oxc: { jsx: { runtime: 'classic' } },
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => 'page.mjs' },
    },
  });
  const [{ output }] = made as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
