export type { Expectation, TestRunner } from './test-runner.ts';
export { storeSuite, type StoreSetup, type StoreSuiteOptions } from './store/store-suite.ts';
