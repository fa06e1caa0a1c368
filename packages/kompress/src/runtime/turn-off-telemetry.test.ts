import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { turnOffTelemetry } from './turn-off-telemetry.ts';

const hooks = new URL('../../../../test/support/resolve-source.mjs', import.meta.url).href;
const oneProcess = fileURLToPath(new URL('../__fixtures__/one-process.ts', import.meta.url));
let home = '';
const before = process.env['ORT_DISABLE_TELEMETRY'];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'headroom-home-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  if (before === undefined) delete process.env['ORT_DISABLE_TELEMETRY'];
  else process.env['ORT_DISABLE_TELEMETRY'] = before;
});

it.each(['engine', 'caller', 'inspect'])('the runtime reports nothing and leaves nothing behind: %s', { timeout: 120_000 }, (way) => {
  // The runtime is silent by itself where a variable says that tests run: the process gets no variable but these.
  const env = { PATH: process.env['PATH'], HOME: home, USERPROFILE: home, TMPDIR: home, TEMP: home };
  const method = execFileSync(process.execPath, ['--import', hooks, oneProcess, way], { env, encoding: 'utf8', timeout: 110_000 });
  expect(method.trim()).toBe('kompress-lite on onnxruntime-node');
  expect(readdirSync(home, { recursive: true })).toEqual([]);
});

it('leaves what the application chose', () => {
  process.env['ORT_DISABLE_TELEMETRY'] = '0';
  turnOffTelemetry();
  expect(process.env['ORT_DISABLE_TELEMETRY']).toBe('0');
  delete process.env['ORT_DISABLE_TELEMETRY'];
  turnOffTelemetry();
  expect(process.env['ORT_DISABLE_TELEMETRY']).toBe('1');
});
