import type { Headroom } from '@headroom/core';
import type { DocumentInterface } from '@langchain/core/documents';
import { BaseDocumentCompressor } from '@langchain/core/retrievers/document_compressors';
import { resolveOptions, type HeadroomLangChainOptions, type ResolvedOptions } from '../options.ts';
import { offeredEngines } from '../request/offered-engines.ts';

/** Options of `HeadroomDocumentCompressor` and `HeadroomRetriever`. `injection` and `maximumRounds` speak of wrapped models and mean nothing here. */
export interface HeadroomDocumentOptions extends Omit<HeadroomLangChainOptions, 'injection' | 'maximumRounds' | 'markersInArguments'> {
  /**
   * Whether the prompt that the documents go into offers the retrieve tool.
   *
   * @default 'tool' where `headroomTools` or `headroomMiddleware` was called with the same engine, else 'none': then only lossless rewrites are made
   */
  readonly redemption?: 'tool' | 'none';
}

/**
 * Compresses the texts of retrieved documents for the question that they were retrieved for. Ids, metadata and order stay; documents that do not change come back as the same
 * objects.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const retriever = new ContextualCompressionRetriever({ baseCompressor: new HeadroomDocumentCompressor(), baseRetriever });
 */
export class HeadroomDocumentCompressor extends BaseDocumentCompressor {
  /** The engine, for figures, for retrieving by hand, and to share with `headroomTools`. */
  readonly headroom: Headroom;
  readonly #resolved: ResolvedOptions;
  readonly #redemption: 'tool' | 'none' | undefined;

  constructor({ redemption, ...options }: HeadroomDocumentOptions = {}) {
    super();
    this.#resolved = resolveOptions(options);
    this.#redemption = redemption;
    this.headroom = this.#resolved.engine;
  }

  override async compressDocuments(documents: DocumentInterface[], query: string): Promise<DocumentInterface[]> {
    const { engine, model, scope, onEvent } = this.#resolved;
    const redemption = this.#redemption ?? (offeredEngines.has(engine) ? 'tool' : 'none');
    const call = { question: query, redemption, ...(model === undefined ? {} : { model }), ...(scope === undefined ? {} : { scope }) };
    const compressed: DocumentInterface[] = [];
    for (const document of documents) {
      try {
        const { text } = await engine.compressText(document.pageContent, call);
        compressed.push(text === document.pageContent || engine.mode === 'audit' ? document : withText(document, text));
      } catch (error) {
        // The search was not in vain because of us (I6).
        onEvent({ type: 'prompt-passed', error });
        compressed.push(document);
      }
    }
    return compressed;
  }
}

// The caller's object may stand in a cache of the retriever.
function withText(document: DocumentInterface, pageContent: string): DocumentInterface {
  return Object.assign(Object.create(Object.getPrototypeOf(document) as object) as DocumentInterface, document, { pageContent });
}
