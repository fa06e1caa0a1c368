import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { fakeModel } from 'langchain';

/** The file that the second question is about. */
export const wanted = 'packages/core/src/marker/write-marker.ts';

/** A model that plays a script. It sees what a real one would see: nothing but the messages of the request. */
export function scriptedModel(): ReturnType<typeof fakeModel> {
  return fakeModel().respond(listFiles).respond(nameLargest).respond(lookCloser).respond(quoteLine);
}

function listFiles(): AIMessage {
  return callTool('list', 'source_files', {});
}

/** The largest file is among the rows that are kept: it stands out. */
function nameLargest(messages: BaseMessage[]): AIMessage {
  const sizes = lastText(messages).match(/\b\d{4,7}\b/g) ?? [];
  return new AIMessage(`The largest file has ${Math.max(...sizes.map(Number))} bytes.`);
}

/** The row that is asked for may have been left out: the model reads it by the handle in the marker. */
function lookCloser(messages: BaseMessage[]): AIMessage {
  const handle = /<<ccr:([0-9a-f]{24})/.exec(JSON.stringify(messages))?.[1];
  return handle === undefined ? quoteLine(messages) : callTool('look', 'headroom_retrieve', { hash: handle, query: wanted });
}

function quoteLine(messages: BaseMessage[]): AIMessage {
  const lines = messages.flatMap(({ content }) => String(content).split('\n'));
  return new AIMessage(lines.find((line) => line.includes(wanted) && !line.includes('?')) ?? 'It is not in what I see.');
}

function callTool(id: string, name: string, args: Record<string, unknown>): AIMessage {
  return new AIMessage({ content: '', tool_calls: [{ id, name, args, type: 'tool_call' }] });
}

function lastText(messages: BaseMessage[]): string {
  return String(messages.at(-1)?.content);
}
