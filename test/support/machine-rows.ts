/** Rows as a tool returns them: enough of them that some are left out of the prompt; one tells a failure. */
export const rows = Array.from({ length: 240 }, (_, index) => ({
  id: index,
  host: `node-${(index * 7919) % 97}.example.net`,
  state: index === 177 ? 'failed: disk 3 reports unreadable sectors' : 'healthy',
  region: ['eu-west', 'us-east', 'ap-south'][index % 3],
  load: ((index * 37) % 101) / 100,
  note: `checked by agent ${(index * 31) % 17} in pass ${(index * 53) % 29}`,
}));
