// Loaded with --import into child processes of the tests: packages of this repository are taken from their sources, so that nothing has to be built first.
import { registerHooks } from 'node:module';

const packages = new URL('../../packages/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const name = /^@headroom\/([a-z-]+)$/.exec(specifier)?.[1];
    return next(name === undefined ? specifier : new URL(`${name}/src/index.ts`, packages).href, context);
  },
});
