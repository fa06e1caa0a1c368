import { codeCompressor } from '@headroom/code';
import { loadTokenCounter } from '@headroom/core';
import { assemblePayloads } from './payloads.ts';
import { writeFileSync } from 'node:fs';
const counter = await loadTokenCounter('o200k_base');
for (const half of ['tuning','unseen'] as const) {
const { payloads } = assemblePayloads(process.cwd(), half);
let [b, a, g, gt] = [0, 0, 0,0];
for (const p of payloads) {
  const r = await codeCompressor().compress({text:p.text, kind:'code', toolInput:p.input, question:'xyzzy?'}, {fidelity:'reversible',tokensBefore:counter.count(p.text),tokenBudget:1,count:(t:string)=>counter.count(t),handleTokens:24});
  const text = r?.text ?? p.text;
  writeFileSync(`/tmp/outline-${p.name}.txt`, text);
  const bb=counter.count(p.text), aa=counter.count(text);
  const gaps = text.split('\n').filter((l)=>/ …\]?$/.test(l));
  b += bb; a += aa; g+=gaps.length; const t=counter.count(gaps.join('\n')); gt+=t;
  console.log(p.name, bb, (100*aa/bb).toFixed(1), gaps.length, (100*t/bb).toFixed(1));
}
console.log((100*a/b).toFixed(1), g, (100*gt/b).toFixed(1));
}
