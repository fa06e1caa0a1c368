export { startFakeProviderServer, type FakeProviderServer } from './server.ts';
export type { FakePart, FakeReply, FakeRequest, Script, WireBody, WireFormat } from './types.ts';
