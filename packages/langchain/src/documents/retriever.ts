import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import type { DocumentInterface } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInterface } from '@langchain/core/retrievers';
import { HeadroomDocumentCompressor, type HeadroomDocumentOptions } from './document-compressor.ts';

/**
 * A retriever around another one, whose documents come back compressed for the question.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const retriever = new HeadroomRetriever(vectorStore.asRetriever());
 * const documents = await retriever.invoke('Which disk failed?');
 */
export class HeadroomRetriever extends BaseRetriever {
  lc_namespace = ['headroom', 'retrievers'];
  /** The wrapped retriever. */
  readonly inner: BaseRetrieverInterface;
  readonly compressor: HeadroomDocumentCompressor;

  constructor(retriever: BaseRetrieverInterface, options: HeadroomDocumentOptions = {}) {
    super();
    this.inner = retriever;
    this.compressor = new HeadroomDocumentCompressor(options);
  }

  static override lc_name(): string {
    return 'HeadroomRetriever';
  }

  override async _getRelevantDocuments(query: string, runManager?: CallbackManagerForRetrieverRun): Promise<DocumentInterface[]> {
    const callbacks = runManager?.getChild('base_retriever');
    const documents = await this.inner.invoke(query, callbacks === undefined ? {} : { callbacks });
    return this.compressor.compressDocuments(documents, query);
  }
}
