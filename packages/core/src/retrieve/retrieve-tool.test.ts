import { describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import { isRetrieveToolName, retrieveTool, retrieveToolTokens } from './retrieve-tool.ts';

describe('retrieveTool', () => {
  it('costs at most 100 tokens, and what it says it costs', async () => {
    const counter = await loadTokenCounter('o200k_base');
    expect(counter.count(JSON.stringify(retrieveTool))).toBe(retrieveToolTokens);
    expect(retrieveToolTokens).toBeLessThanOrEqual(100);
  });

  it('I3: cannot be changed', () => {
    expect(
      Object.isFrozen(retrieveTool) && Object.isFrozen(retrieveTool.parameters) && Object.isFrozen(retrieveTool.parameters.properties.hash),
    ).toBe(true);
  });
});

describe('isRetrieveToolName', () => {
  it.each([
    'headroom_retrieve',
    'mcp__headroom__headroom_retrieve',
    'headroom:headroom_retrieve',
    'functions.headroom_retrieve',
    'x-headroom_retrieve',
    'a/headroom_retrieve',
  ])('I8: knows %s', (name) => {
    expect(isRetrieveToolName(name)).toBe(true);
  });

  it.each(['', 'retrieve', 'headroom_retrieve2', 'myheadroom_retrieve', 'headroom_retrieve_all', 'HEADROOM_RETRIEVE'])(
    'does not know %j',
    (name) => {
      expect(isRetrieveToolName(name)).toBe(false);
    },
  );
});
