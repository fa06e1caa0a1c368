/** A passage counts as boilerplate by no more such phrases. */
export const mostPhrases = 2;
/** Phrases of texts that stand around what somebody wrote and say nothing of it: licences, notices of rights, navigation, consent, subscription. English and the commonest others. */
const phrases = [
  'all rights reserved',
  'copyright (c)',
  'permission is hereby granted',
  'without warranty of any kind',
  'as is" and any express',
  'provided "as is"',
  'licensed under the',
  'you may obtain a copy of the license',
  'redistribution and use in source',
  'in no event shall',
  'merchantability',
  'terms of service',
  'terms of use',
  'privacy policy',
  'cookie policy',
  'we use cookies',
  'accept all cookies',
  'subscribe to our',
  'sign up for our',
  'newsletters',
  'newsletter',
  'follow us on',
  'share this',
  'skip to content',
  'skip to main',
  'back to top',
  'table of contents',
  'read more',
  'click here',
  'related articles',
  'edit this page',
  'previous page',
  'next page',
  'log in',
  'sign in',
  'unsubscribed',
  'unsubscribe',
  'powered by',
  'advertisements',
  'advertisement',
  'todos los derechos reservados',
  'política de privacidad',
  'alle rechte vorbehalten',
  'datenschutzerklärung',
  'datenschutzhinweise',
  'datenschutz',
  'tous droits réservés',
];
/** The same of scripts without spaces: they begin anywhere. */
const unspacedPhrases = ['版权所有', '隐私政策'];
/** The sign that says the same as a phrase. */
export const copyright = 0xa9;

const anyPhrase = patternOf(phrases);
const anyUnspaced = patternOf(unspacedPhrases);

/** First words of phrases, in small letters. */
export const openingWords: readonly string[] = [...new Set(phrases.map((phrase) => phrase.split(' ', 1)[0]!))];
/** First letters of phrases of scripts without spaces. */
export const openingLetters: readonly number[] = unspacedPhrases.map((phrase) => phrase.charCodeAt(0));

/** Where a phrase ends that begins at a place; -1 where none does. */
export function phraseEnd(text: string, at: number): number {
  return endOf(anyPhrase, text, at);
}

/** The same for a script without spaces. */
export function unspacedPhraseEnd(text: string, at: number): number {
  return endOf(anyUnspaced, text, at);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function patternOf(list: readonly string[]): RegExp {
  return new RegExp(list.map((phrase) => phrase.replace(/[()"]/g, '\\$&')).join('|'), 'iy');
}
