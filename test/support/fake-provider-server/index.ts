export { startFakeProviderServer, type FakeProviderServer } from './server.ts';
export type { FakePart, FakeReply, FakeRequest } from './types.ts';
export { call, handleIn, handlesIn, play, say, think, type Step } from './script.ts';
