import { createHeadroom, loadTokenCounter, type Headroom } from '@headroom/core';
import { incidentLog } from './incident-log.ts';
import { issueList } from './issue-list.ts';

/** What became of one workload under one way of asking. */
export interface HeadlineRow {
  readonly workload: string;
  readonly question: 'with a question' | 'without';
  readonly tokensBefore: number;
  /** The mean, where there are several questions. */
  readonly tokensAfter: number;
  readonly facts: number;
  readonly inView: number;
  /** Facts that stand nowhere in the text. */
  readonly missing: readonly string[];
}

interface Ask {
  readonly question: string;
  readonly facts: readonly string[];
}

const incidentTokens = 65_000;
const triageTokens = 54_000;

/** Makes the two workloads that the field tells its savings by, and compresses them with default settings. */
export async function measureHeadlines(): Promise<readonly HeadlineRow[]> {
  const counter = await loadTokenCounter('o200k_base');
  const headroom = createHeadroom();
  try {
    const incident = await incidentLog((text) => counter.count(text) >= incidentTokens);
    const issues = issueList((text) => counter.count(text) >= triageTokens);
    const everyFact = issues.probes.flatMap(({ facts }) => facts);
    return [
      await ask(headroom, {
        workload: 'incident log',
        text: incident.text,
        asks: [{ question: 'What went wrong? Name every distinct error.', facts: incident.errors }],
      }),
      await ask(headroom, { workload: 'incident log', text: incident.text, asks: [{ question: '', facts: incident.errors }] }),
      await ask(headroom, { workload: 'issue triage', text: issues.text, asks: issues.probes }),
      await ask(headroom, { workload: 'issue triage', text: issues.text, asks: [{ question: '', facts: everyFact }] }),
    ];
  } finally {
    await headroom.close();
  }
}

async function ask(
  headroom: Headroom,
  { workload, text, asks }: { readonly workload: string; readonly text: string; readonly asks: readonly Ask[] },
): Promise<HeadlineRow> {
  let tokensBefore = 0;
  let tokensAfter = 0;
  const missing: string[] = [];
  for (const { question, facts } of asks) {
    const result = await headroom.compressText(text, { question });
    ({ tokensBefore } = result);
    tokensAfter += result.tokensAfter / asks.length;
    // In a form of JSON a fact may stand as JSON spells it.
    missing.push(...facts.filter((fact) => !result.text.includes(fact) && !result.text.includes(JSON.stringify(fact).slice(1, -1))));
  }
  const facts = asks.reduce((sum, one) => sum + one.facts.length, 0);
  return {
    workload,
    question: asks[0]?.question === '' ? 'without' : 'with a question',
    tokensBefore,
    tokensAfter: Math.round(tokensAfter),
    facts,
    inView: facts - missing.length,
    missing,
  };
}
