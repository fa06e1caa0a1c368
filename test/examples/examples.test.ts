import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../structure/source-tree.ts';

const folder = join(root, 'examples');
const stories = existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'src/main.ts'))) : [];

/** Runs an example as a reader would, by Node from its sources against the built packages. */
function runExample(story: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join('examples', story, 'src/main.ts')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, output })));
}

describe('examples', () => {
  it('has the main job, which npm start runs', () => expect(stories).toContain('main-job'));

  it.each(stories)('%s runs and its own assertions hold', { timeout: 120_000 }, async (story) => {
    const { code, output } = await runExample(story);
    expect(code, output).toBe(0);
  });
});
