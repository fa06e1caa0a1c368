import { countFact } from '../../../marker/index.ts';
import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';

const named = ['FATAL', 'CRITICAL', 'SEVERE', 'ERROR', 'WARNING', 'WARN', 'NOTICE', 'INFO', 'DEBUG', 'TRACE'] as const;
const level =
  /(?:^|[\s[(<|"'/:])(FATAL|CRITICAL|SEVERE|ERROR|WARNING|WARN|NOTICE|INFO|DEBUG|TRACE)(?:$|[\s\])>|"'/:,])|\[(fatal|critical|severe|error|warning|warn|notice|info|debug|trace)\]|\blevel=(fatal|critical|severe|error|warning|warn|notice|info|debug|trace)\b|^(?:##\[)?(fatal|error|warning|info|debug)(?:\]|: )/;
const readCharacters = 160;
const unread = -2;
const none = -1;

/** The level that a line itself names, as a number; below 0 where it names none. */
export type LevelOf = (line: number) => number;

/** Counts the levels that lines themselves name. */
export interface LevelCounter {
  add(line: number): void;
  /** `3×ERROR`, the worst first; lines that name no level count nowhere. */
  facts(): string[];
}

/** Reads the level once for each pattern: lines of one pattern differ in numbers only. */
export function createLevelReader(lines: LogLines, { patternOf, patterns }: Scan): LevelOf {
  const levels = new Int8Array(patterns.length).fill(unread);
  return (line) => {
    const pattern = patternOf[line]!;
    if (levels[pattern] === unread) levels[pattern] = readLevel(lineHead(lines, patterns[pattern]!.line, readCharacters));
    return levels[pattern]!;
  };
}

export function createLevelCounter(levelOf: LevelOf): LevelCounter {
  const counts = new Uint32Array(named.length);
  return {
    add(line) {
      const index = levelOf(line);
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
