import { createHeadroom } from '@headroom/core';
import { createHash } from 'node:crypto';
import type { Shape } from './shape.ts';

/** What one reader gets: a payload as it came, or in the compact form. */
export interface ShapeText {
  readonly shape: Shape;
  readonly rendering: 'original' | 'compact';
  readonly text: string;
  readonly tokens: number;
  /** Tells whether an answer was given over this very text. */
  readonly digest: string;
}

/** Renders every shape both ways. */
export async function renderShapes(shapes: readonly Shape[]): Promise<readonly ShapeText[]> {
  const headroom = createHeadroom({ mode: 'lossless', minimumTokens: 1 });
  const texts: ShapeText[] = [];
  for (const shape of shapes) {
    const { text, tokensBefore, tokensAfter } = await headroom.compressText(shape.text);
    texts.push({ shape, rendering: 'original', text: shape.text, tokens: tokensBefore, digest: digest(shape.text) });
    texts.push({ shape, rendering: 'compact', text, tokens: tokensAfter, digest: digest(text) });
  }
  await headroom.close();
  return texts;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
