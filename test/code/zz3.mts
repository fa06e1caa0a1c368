import { sourceLines, lineOf } from '../../packages/code/src/files/source-lines.ts';
import { splitFiles } from '../../packages/code/src/files/split-files.ts';
import { outlineFiles } from '../../packages/code/src/outline-files.ts';
import { joinOutlines } from '../../packages/code/src/selection/payload-units.ts';
import { valueUnits } from '../../packages/code/src/selection/value-units.ts';
import { languageOfInput } from '../../packages/code/src/languages/find-language.ts';
import { assemblePayloads } from './payloads.ts';
import { probes } from './probes.ts';
const filter = process.argv[2]!; const top = Number(process.argv[3] ?? 8);
import { unseenProbes } from './unseen-probes.ts';
for (const half of ['tuning','unseen'] as const) {
const { payloads } = assemblePayloads(process.cwd(), half);

const ranks: number[] = []; const costs: number[] = [];
for (const p of half==='tuning'?probes:unseenProbes) {
  const pay = payloads.find((x)=>x.name===p.payload)!;
  if (p.needs.some((x)=>!pay.text.includes(x))) continue;
  const lines = sourceLines(pay.text);
  const files = await outlineFiles(splitFiles(lines, languageOfInput(pay.input)), 4e6);
  const o = joinOutlines(files, lines.count);
  const v = valueUnits(o, lines, files.map(({file})=>file.path), {text:p.question, toolInput:pay.input});
  const order = [...o.units.keys()].filter((i)=>o.units[i]!.whole).sort((a,b)=>v[b]!-v[a]!||a-b);
  for (const need of p.needs) {
    const line = pay.text.slice(0, pay.text.indexOf(need)).split('\n').length-1;
    // smallest unit that holds it
    const holders = order.filter((i)=>o.units[i]!.first<=line&&o.units[i]!.last>=line).sort((a,b)=>(o.units[a]!.last-o.units[a]!.first)-(o.units[b]!.last-o.units[b]!.first));
    const h = holders[0];
    let chars = 0; 
    if (h!==undefined) for (const i of order) { if (i===h) break; if (o.units[i]!.role!=='member'&&o.units[i]!.role!=='type') chars += lines.starts[o.units[i]!.last+1]!-lines.starts[o.units[i]!.first]!; }
    const pos = h===undefined?-1:order.indexOf(h);
    ranks.push(Math.max(0,pos)); costs.push(chars);
    if (`${p.payload}: ${p.question}`.includes(filter)) {
      if(half==='tuning')console.log(`\n## ${p.payload}: ${p.question} -> ${need}  line ${line+1} rank ${pos} value ${h===undefined?'-':v[h]!.toFixed(3)} chars before ${chars}`);
      if (half==='tuning'&&pos>=top) for (const i of order.slice(0,top)) console.log(`  ${v[i]!.toFixed(3)} ${o.units[i]!.role} ${o.units[i]!.first+1}-${o.units[i]!.last+1}: ${pay.text.slice(lines.starts[o.units[i]!.first], lines.starts[o.units[i]!.last+1]).trim().replace(/\s+/g,' ').slice(0,150)}`);
      if (half==='tuning'&&pos>=top) { const i=h!; console.log(`  => ${v[i]!.toFixed(3)} ${o.units[i]!.role} ${o.units[i]!.first+1}-${o.units[i]!.last+1}: ${pay.text.slice(lines.starts[o.units[i]!.first], lines.starts[o.units[i]!.last+1]).trim().replace(/\s+/g,' ').slice(0,250)}`);}
    }
  }
}
ranks.sort((a,b)=>a-b);
console.log(half,  'mean log', (costs.reduce((s,r)=>s+Math.log2(1+r/300),0)/costs.length).toFixed(3), (ranks.reduce((s,r)=>s+Math.log2(1+r),0)/ranks.length).toFixed(3));
}
