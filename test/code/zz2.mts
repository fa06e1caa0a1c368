import { codeCompressor } from '@headroom/code';
import { loadTokenCounter } from '@headroom/core';
import { assemblePayloads } from './payloads.ts';
import { probes } from './probes.ts';
import { unseenProbes } from './unseen-probes.ts';
const counter = await loadTokenCounter('o200k_base');
const c = codeCompressor();
const ks = (process.argv[2] ?? '8,12,16,20,25,30').split(',').map(Number);
const verbose = process.argv[3];
for (const half of ['tuning','unseen'] as const) {
const { payloads } = assemblePayloads(process.cwd(), half);
for (const k of ks) {
  let [b,a,h,n]=[0,0,0,0]; const miss: string[]=[];
  for (const p of half==='tuning'?probes:unseenProbes) {
    const pay = payloads.find((x)=>x.name===p.payload); if(!pay) {continue;}
    if (p.needs.some((x)=>!pay.text.includes(x))) {if(half==='unseen'&&k===ks[0])console.log('unusable',p.payload,p.question);continue;}
    const t = counter.count(pay.text);
    const r = await c.compress({text:pay.text, kind:'code', toolInput:pay.input, question:p.question}, {fidelity:'reversible',tokensBefore:t,tokenBudget:Math.min(t,Math.floor(k*Math.sqrt(t))),count:(x:string)=>counter.count(x),handleTokens:24});
    const text = r?.text ?? pay.text;
    b+=t; a+=counter.count(text)+24; n+=p.needs.length;
    for (const x of p.needs) if(text.includes(x)) h++; else miss.push(`${p.payload}: ${p.question} -> ${x}`);
  }
  console.log(half, k, `in view ${(100*h/n).toFixed(1)} at ${(100*a/b).toFixed(1)} (${n})`);
  if (verbose===half && k===ks.at(-1)) console.log(miss.join('\n'));
}
}
