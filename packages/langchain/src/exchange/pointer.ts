/*
 * What stands in an agent's state where the model had a retrieved original: originals are not copied into states, checkpoints and databases, since the call beside the pointer
 * says what was asked, and the answer is a function of the original and the question alone.
 */
const pointer = '{"headroom":"retrieved"}';

/** The content of a tool message whose answer can be had again. */
export function writePointer(): string {
  return pointer;
}

/** Whether the content of a retrieve tool's message stands for its answer. */
export function isPointer(content: unknown): boolean {
  return content === pointer;
}
