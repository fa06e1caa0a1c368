import { isCallerCall } from '../exchange/retrieve-call.ts';
import type { GenerateResult, StreamResult } from '../specification/model.ts';
import type { StreamPart } from '../specification/stream-part.ts';
import { withReport } from './report.ts';
import type { Loop } from './rounds.ts';

/** An answer to which nothing is added but the report: the caller runs the retrieve tool, or nobody does. */
export async function generateOnce(result: GenerateResult, { guard, record }: Loop): Promise<GenerateResult> {
  record.rounds.push(result.usage);
  return {
    ...result,
    content: guard.checkAll(result.content, record),
    providerMetadata: await withReport(result.providerMetadata, record),
  };
}

/** A stream that passes through but for the report on its last part. */
export function streamOnce(result: StreamResult, { guard, record }: Loop): StreamResult {
  const report = new TransformStream<StreamPart, StreamPart>({
    async transform(part, controller) {
      if (part.type === 'finish') {
        record.rounds.push(part.usage);
        controller.enqueue({ ...part, providerMetadata: await withReport(part.providerMetadata, record) });
      } else controller.enqueue(part.type === 'tool-call' && isCallerCall(part) ? guard.check(part, record) : part);
    },
  });
  return { ...result, stream: result.stream.pipeThrough(report) };
}
