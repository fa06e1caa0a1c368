export { startFakeProviderServer, type FakeProviderServer } from './server.ts';
export type { FakePart, FakeReply, FakeRequest } from './types.ts';
