/**
 * Words that a full stop shortens, in lower case and without it: titles, references, companies, months and the like of the large European languages. A stop behind one ends no
 * sentence, even where one begins: sentences that are read as one are kept or left out together, and nothing is cut inside a sentence.
 */
const words = `
  mr mrs ms messrs dr drs prof st ste sr jr sra srta dra hon rev fr gen col maj capt cpt lt sgt adm gov sen rep pres supt mt ft
  inc ltd co corp bros dept univ assn ave blvd rd hwy bldg est
  no nos nr num núm vol vols ch chap sec sect art arts fig figs eq eqs ref refs tab p pp pág págs par para ed eds trans repr al cf vs viz ibid op cit approx ca circa resp
  eg ie etc e.g i.e a.m p.m a.d b.c ph.d d.c u.s u.k u.n e.u
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
  min max avg temp tel ext min hrs hr lbs oz sq
  bzw usw bspw ggf evtl vgl hrsg abb abs z.b d.h u.a o.ä str
  mme mlle mm env av apr j.-c p.ej ud uds vd vds ee.uu dna sig sigg dott ecc pag
  т.е т.д т.п г гг др ул им стр рис
`;

export const abbreviations: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));
