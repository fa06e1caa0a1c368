import type { BaseMessage } from '@langchain/core/messages';

type Content = BaseMessage['content'];
type Block = Exclude<Content, string>[number];

/** Blocks that are calls, or pieces of one, in the various providers' words. */
const callTypes: readonly unknown[] = ['tool_use', 'input_json_delta', 'tool_call', 'tool_call_chunk', 'function_call', 'functionCall'];

/** Whether a block is a call, or a piece of one. */
export function isCallBlock({ type }: { readonly type?: unknown }): boolean {
  return callTypes.includes(type);
}

/** A content without the calls that the caller must not see; the same reference where there are none. */
export function withoutCalls(content: Content, isHidden: (block: Block) => boolean): Content {
  if (typeof content === 'string' || !content.some((block) => isCallBlock(block) && isHidden(block))) return content;
  return content.filter((block) => !isCallBlock(block) || !isHidden(block));
}

/** The contents of several rounds as one: texts joined where all are strings, else the blocks of all. */
export function joinContents(contents: readonly Content[]): Content {
  const said = contents.filter((content) => content.length > 0);
  const [first] = said;
  if (said.length < 2) return first ?? contents.at(-1) ?? '';
  if (said.every((content) => typeof content === 'string')) return said.join('');
  return said.flatMap((content): Block[] => (typeof content === 'string' ? [{ type: 'text', text: content }] : content));
}
