import { describe, expect, it } from 'vitest';
import { beginsWithTime } from './timestamps.ts';

describe('beginsWithTime', () => {
  it.each([
    '2026-11-21T10:11:12Z started',
    '[2026/11/21 10:11:12] started',
    'test\tSet up\t2026-11-21T10:11:12.5Z started',
    'web-1  | 2026-11-21 10:11:12 started',
    'update-tool 2026-11-21 10:11:12,345: started',
    '[pod/web-1/app] 2026-11-21T10:11:12 started',
    '21/Nov/2026:10:11:12 started',
    '11-21 10:11:12 started',
    '20261121 10:11:12 started',
    '261121 101112 started',
    '1:11:12 started',
    'Sat Nov 21 10:11:12 started',
    'Sat, 21 Nov 2026 10:11:12 started',
    'E1121 10:11:12 started',
    '[    0.125] started',
    '[12.5] started',
    '1795000000.125 started',
    '1795000000|started',
    '<34>1 2026-11-21T10:11 started',
    '[0.198s][info][gc] GC(0) Pause Young',
    '[41ms][warning][os] no huge pages',
    '417 10:30:12.732448 read(3, "", 4096) = 0 <0.000010>',
  ])('knows %s', (line) => {
    expect(beginsWithTime(line)).toBe(true);
  });

  it.each(['src/a.ts:12:30:45', 'started at 10:11:12', 'version 1.2', '12:30 lunch', '', '[1] a note', '<div> 12'])('leaves %s', (line) => {
    expect(beginsWithTime(line)).toBe(false);
  });
});
