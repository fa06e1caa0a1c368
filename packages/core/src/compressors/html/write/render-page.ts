import type { Block, BlockKind } from '../page/page.ts';
import type { PageUnit, StandingBlock } from './page-units.ts';

/** A page with some of its units left out. */
export interface RenderedPage {
  readonly text: string;
  readonly shown: Uint8Array;
}

/** What rendering needs besides the units that are kept. */
export interface RenderPageOptions {
  readonly blocks: readonly StandingBlock[];
  readonly units: readonly PageUnit[];
  /** What a unit is shown as. */
  readonly show: (unit: number) => string;
  /** The statement of the gap that holds the units from `start` to before `end`, without its brackets. */
  readonly gap: (start: number, end: number) => string;
}

/** Kinds whose blocks follow each other without a blank line. */
const compact: ReadonlySet<BlockKind> = new Set(['item', 'row', 'field', 'metadata', 'term', 'detail']);
/** A gap shorter than what would tell of it is shown. */
const shortGap = 28;

/** Writes the kept units as Markdown in their order, each gap stated in its place. Linear: what was written is not looked at again. */
export function renderPage({ blocks, units, show, gap }: RenderPageOptions, kept: Uint8Array): RenderedPage {
  const shown = withShortGaps(blocks, units, kept);
  const blockOf = (unit: number): Block => blocks[units[unit]!.block]!.block;
  const out: string[] = [];
  let last = -1;
  let fence = false;
  const endFence = (): void => {
    if (fence) out.push(out.at(-1)!.endsWith('\n') ? '```' : '\n```');
    fence = false;
  };
  for (let unit = 0; unit < units.length;) {
    const { block, isFirst } = units[unit]!;
    if (shown[unit] === 0) {
      const start = unit;
      while (unit < units.length && shown[unit] === 0) unit += 1;
      const isInside = last >= 0 && unit < units.length && units[last]!.block === units[unit]!.block;
      if (isInside && !fence) {
        trimLast(out);
        out.push(` […${unit - start} ${unit - start === 1 ? 'sentence' : 'sentences'} offloaded…] `);
      } else {
        endFence();
        out.push(`${out.length === 0 ? '' : '\n'}[${gap(start, unit)}]`);
      }
      continue;
    }
    const continues = last >= 0 && units[last]!.block === block;
    const { kind, mark, cells } = blockOf(unit);
    if (!continues) {
      endFence();
      if (out.length > 0) out.push(last === unit - 1 && isTight(blockOf(last), blockOf(unit)) ? '\n' : '\n\n');
    }
    if (kind === 'code' && !fence) {
      // A gap inside the code ended its fence.
      out.push(`${continues ? '\n' : ''}\`\`\`${mark}\n`);
      fence = true;
    } else if (!isFirst && !continues && out.length > 0) out.push('… ');
    out.push(show(unit));
    if (kind === 'row' && mark === 'header' && isFirst && cells !== undefined && cells.length > 1)
      out.push(`\n|${'---|'.repeat(cells.length)}`);
    last = unit;
    unit += 1;
  }
  endFence();
  return { text: out.join(''), shown };
}

/** Takes away the white space at the end of what was written. */
function trimLast(out: string[]): void {
  while (out.length > 0) {
    const trimmed = out.at(-1)!.trimEnd();
    if (trimmed !== '') {
      out[out.length - 1] = trimmed;
      return;
    }
    out.pop();
  }
}

function isTight(before: Block, { kind, place }: Block): boolean {
  if (before.kind === 'caption') return kind === 'row';
  if (before.kind === 'row' && kind === 'row') return before.place?.table === place?.table;
  return compact.has(before.kind) && compact.has(kind);
}

/** Fills gaps within the content that are shorter than their statement. */
function withShortGaps(blocks: readonly StandingBlock[], units: readonly PageUnit[], kept: Uint8Array): Uint8Array {
  const shown = kept.slice();
  for (let unit = 0; unit < units.length;) {
    const start = unit;
    let characters = 0;
    let isContent = true;
    for (; unit < units.length && kept[unit] === 0; unit += 1) {
      characters += units[unit]!.text.length;
      const { block, standing } = blocks[units[unit]!.block]!;
      if (standing === 'boilerplate' || block.kind === 'image') isContent = false;
    }
    if (unit > start && isContent && characters <= shortGap) shown.fill(1, start, unit);
    if (unit === start) unit += 1;
  }
  return shown;
}
