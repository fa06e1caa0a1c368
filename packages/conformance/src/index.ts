export type { Expectation, TestRunner } from './test-runner.ts';
export { compressorSuite } from './compressor/compressor-suite.ts';
export type { CompressorSuiteOptions } from './compressor/suite-options.ts';
export { lensSuite, type LensSuiteOptions } from './lens/lens-suite.ts';
export { storeSuite } from './store/store-suite.ts';
export type { StoreSetup, StoreSuiteOptions } from './store/suite-options.ts';
export {
  adapterSuite,
  type AdapterHarness,
  type AdapterSuiteOptions,
  type AgentAnswer,
  type CreateHarness,
  type HarnessOptions,
  type ScriptedTurn,
  type SentRequest,
} from './adapter/adapter-suite.ts';
export { tokenCounterSuite, type TokenCounterSuiteOptions } from './token-counter-suite.ts';
