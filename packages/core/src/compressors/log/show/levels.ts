import { countFact } from '../../../marker/index.ts';
import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';

const named = ['FATAL', 'CRITICAL', 'SEVERE', 'ERROR', 'WARNING', 'WARN', 'NOTICE', 'INFO', 'DEBUG', 'TRACE'] as const;
const level =
  /(?:^|[\s[(<|"'/:])(FATAL|CRITICAL|SEVERE|ERROR|WARNING|WARN|NOTICE|INFO|DEBUG|TRACE)(?:$|[\s\])>|"'/:,])|\[(fatal|critical|severe|error|warning|warn|notice|info|debug|trace)\]|\blevel=(fatal|critical|severe|error|warning|warn|notice|info|debug|trace)\b|^(?:##\[)?(fatal|error|warning|info|debug)(?:\]|: )/;
const readCharacters = 160;
const unread = -2;
const none = -1;

/** Counts the levels that lines themselves name. */
export interface LevelCounter {
  add(line: number): void;
  /** `3×ERROR`, the worst first; lines that name no level count nowhere. */
  facts(): string[];
}

/** Reads the level once for each pattern: lines of one pattern differ in numbers only. */
export function createLevelCounter(lines: LogLines, { patternOf, patterns }: Scan): LevelCounter {
  const levelOf = new Int8Array(patterns.length).fill(unread);
  const counts = new Uint32Array(named.length);
  return {
    add(line) {
      const pattern = patternOf[line]!;
      if (levelOf[pattern] === unread) levelOf[pattern] = readLevel(lineHead(lines, patterns[pattern]!.line, readCharacters));
      const index = levelOf[pattern]!;
      if (index >= 0) counts[index]! += 1;
    },
    facts: () => named.flatMap((name, index) => (counts[index]! > 0 ? [countFact(counts[index]!, name)] : [])),
  };
}

function readLevel(head: string): number {
  const found = level.exec(head);
  const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4];
  return name === undefined ? none : named.findIndex((one) => one === name.toUpperCase());
}
