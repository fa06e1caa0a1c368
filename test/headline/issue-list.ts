import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, type SeededRandom } from '../payloads/seeded-random.ts';
import { root } from '../structure/source-tree.ts';

/** A list of issues as an API returns it, with questions that a person who sorts them asks. */
export interface IssueList {
  readonly text: string;
  readonly probes: readonly { readonly question: string; readonly facts: readonly string[] }[];
}

/** What was changed in a pinned package, said by its own authors: the real text of issues. */
const changes = 'node_modules/ai/CHANGELOG.md';
const entry = /^- ([0-9a-f]{7}): (.+(?:\n(?: {2}.*)?)*)/gm;
const people = ['adalov', 'bwitt', 'cmreyes', 'dorota-k', 'ekwueme', 'fvandam', 'giselle-h', 'hirotaka'] as const;

/** Questions beside the beginning of the entry that answers them; the answer is its number and its title. */
const questions: readonly (readonly [question: string, beginning: string])[] = [
  ['Which issue is about memory and CPU usage when malformed UI messages are validated?', 'Prevent excessive memory and CPU usage'],
  ['Is there an issue about network errors in WebKit?', 'fix(ai): recognize WebKit network errors'],
  ['Silent audio: what should a transcript be?', 'fix(ai): return successful empty transcripts for silent audio'],
  ['Which issue asks for heartbeats on idle streams?', 'fix(ai): keep idle UI message streams open'],
  ['Who asks for the timeout object in WorkflowAgent?', 'feat(workflow): support the `timeout` object'],
  ['Which issue is about chat streams when a page becomes visible again?', 'fix: resume interrupted chat streams'],
  ['Which issue adds Gemini text to speech with styles for each speaker?', 'Add Gemini 3.8 TTS support'],
  ['Which issue is about optional tools that add undefined to their types?', 'Fix optional tools adding an incorrect'],
];

interface Issue {
  readonly number: number;
  readonly title: string;
  /** What an API sends along. */
  readonly [field: string]: unknown;
}

/** Makes a list of issues from the newest changes on, with the fields, addresses and reactions that an API sends along. */
export function issueList(isLongEnough: (text: string) => boolean): IssueList {
  const random = seededRandom(54_174);
  const issues: Issue[] = [];
  const text = (): string => JSON.stringify(issues);
  for (const [, hash, said] of readFileSync(join(root, changes), 'utf8').matchAll(entry)) {
    issues.push(issueOf(hash!, said!, 12_000 - issues.length * 7, random));
    if (issues.length % 10 === 0 && issues.length >= 100 && isLongEnough(text())) break;
  }
  const probes = questions.map(([question, beginning]) => {
    const found = issues.find(({ title }) => title.startsWith(beginning));
    return { question, facts: found === undefined ? [`no issue begins with ${beginning}`] : [String(found.number), found.title] };
  });
  return { text: text(), probes };
}

function issueOf(hash: string, said: string, number: number, random: SeededRandom): Issue {
  const [title = '', ...rest] = said.split('\n');
  const login = random.pick(people);
  const url = `https://api.example.org/repos/example/agent-kit/issues/${number}`;
  const created = new Date(Date.UTC(2026, 5, 30) - (12_000 - number) * 3_600_000 - random.whole(0, 3_000_000)).toISOString();
  return {
    id: 2_900_000_000 + number * 13,
    number,
    title,
    state: 'open',
    locked: false,
    user: { login, id: 1000 + people.indexOf(login), type: 'User', url: `https://api.example.org/users/${login}` },
    labels: [
      {
        name:
          title.startsWith('feat') || title.startsWith('Add')
            ? 'feature'
            : title.startsWith('fix') || title.startsWith('Fix')
              ? 'bug'
              : 'change',
      },
    ],
    comments: random.whole(0, 14),
    created_at: created,
    url,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    reactions: { total_count: random.whole(0, 9), '+1': random.whole(0, 6), confused: 0 },
    body: rest
      .map((line) => line.trim())
      .join('\n')
      .trim(),
    commit: hash,
  };
}
