import { terms } from './terms.ts';

/**
 * Words that carry a question's grammar and not its subject (English, and the commonest of Spanish, French and German), with those that ask for an extreme:
 * `superlative` reads them.
 */
const words = `
  a an the this that these those there here it its itself they them their theirs he him his she her hers we us our ours you your yours i me my mine
  is am are was were be been being do does did done doing has have had having can could may might must shall should will would
  what which who whom whose when where why how many much often
  and or but nor not no yes if then else than so as of at by for from in into on onto off out over under to with without within about above below between through
  during before after again against per via up down all any both each every few more most other others some such only own same too very just also ever one
  please tell show give find list say says said name named called get got know want need look see let help use used using there's what's
  most least highest lowest largest smallest biggest greatest maximum minimum fewest longest shortest best worst
  el la los las un una unos unas de del al y o que qué cuál cuáles quién cómo cuándo dónde cuánto cuántos es son fue fueron ser está están hay en con por para se su sus
  le les des du et ou qui quoi quel quelle quels quelles où est sont dans sur avec pour ce cette ces il elle ils elles
  der die das den dem ein eine einen einem und oder wer wie wo wann warum welche welcher welches ist sind war waren im am zu mit von für auf
`;

/** Terms that a question's meaning does not hang on. */
export const stopTerms: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean).flatMap(terms));
