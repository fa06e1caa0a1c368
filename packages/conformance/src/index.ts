export type { Expectation, TestRunner } from './test-runner.ts';
export { compressorSuite, type CompressorSuiteOptions } from './compressor/compressor-suite.ts';
export { lensSuite, type LensSuiteOptions } from './lens/lens-suite.ts';
export { storeSuite, type StoreSetup, type StoreSuiteOptions } from './store/store-suite.ts';
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
