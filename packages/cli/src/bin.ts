#!/usr/bin/env node
import { main } from './main.ts';
import { standardStreams } from './output/streams.ts';

// Never process.exit: what was written must reach its reader first.
const code = await main(process.argv.slice(2), standardStreams());
// A failed write has said 1 already.
if (code !== 0) process.exitCode = code;
