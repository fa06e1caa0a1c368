import { describe, expect, it, vi } from 'vitest';
import { loadGrammar } from './load-grammar.ts';
import { syntaxErrors, withTree } from './parse-source.ts';

describe('grammars', () => {
  it('that are missing are named, so that an event can say why a text passed', async () => {
    await expect(loadGrammar('klingon')).rejects.toThrow(/grammar of klingon/);
  });

  it('are loaded once', async () => {
    expect(await loadGrammar('lua')).toBe(await loadGrammar('lua'));
  });

  it('leave their bytes to nobody once the engine has them', async () => {
    const transfer = vi.spyOn(ArrayBuffer.prototype, 'transfer');
    try {
      await loadGrammar('go');
      expect(transfer.mock.contexts.map((buffer) => (buffer as ArrayBuffer).byteLength)).toEqual([0]);
    } finally {
      transfer.mockRestore();
    }
  });

  it('give a tree that is freed, also where its use fails', async () => {
    const grammar = await loadGrammar('javascript');
    const deleted: unknown[] = [];
    const use = (): never => {
      throw new Error('used in vain');
    };
    expect(() =>
      withTree(grammar, 'a();', (tree) => {
        const free = tree.delete.bind(tree);
        tree.delete = () => {
          deleted.push(tree);
          free();
        };
        return use();
      }),
    ).toThrow('used in vain');
    expect(deleted).toHaveLength(1);
  });

  it('say where they find errors', async () => {
    const grammar = await loadGrammar('javascript');
    expect(withTree(grammar, 'a();\nb();\n', syntaxErrors)).toEqual({ count: 0, rows: [] });
    const errors = withTree(grammar, 'a();\nfunction ) {\nb();\n', syntaxErrors);
    expect(errors?.count).toBeGreaterThan(0);
    expect(errors?.rows[0]?.[0]).toBe(1);
  });
});
