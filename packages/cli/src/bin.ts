#!/usr/bin/env node
import { main } from './main.ts';
import { standardStreams } from './output/streams.ts';

// Never process.exit: what was written must reach its reader first.
process.exitCode = await main(process.argv.slice(2), standardStreams());
