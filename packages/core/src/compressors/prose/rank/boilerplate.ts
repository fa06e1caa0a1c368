import type { Passages } from '../read/passages.ts';

const mostCounted = 2;
/** Phrases of texts that stand around what somebody wrote and say nothing of it: licences, notices of rights, navigation, consent, subscription. English and the commonest others. */
const phrases = [
  'all rights reserved',
  'copyright (c)',
  '©',
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
  'unsubscribe',
  'powered by',
  'advertisement',
  'todos los derechos reservados',
  'política de privacidad',
  'alle rechte vorbehalten',
  'datenschutz',
  'tous droits réservés',
  '版权所有',
  '隐私政策',
];

const anyPhrase = new RegExp(phrases.map((phrase) => phrase.replace(/[()"]/g, '\\$&')).join('|'), 'iy');

/** Three signs in a row by five bits of each, which are the same in both cases of a letter: the pattern is tried only where some phrase may begin. */
const keyMask = 0x7fff;
const beginnings = new Uint8Array(keyMask + 1);
const copyright = '©';
for (const phrase of phrases)
  if (phrase !== copyright) beginnings[[0, 1, 2].reduce((key, at) => nextKey(key, phrase.charCodeAt(at)), 0)] = 1;

function nextKey(key: number, code: number): number {
  return ((key << 5) | (code & 31)) & keyMask;
}

/** How many such phrases each passage holds. One pass over the text. */
export function countBoilerplate({ text, count, ends }: Passages): Uint8Array {
  const found = new Uint8Array(count);
  const sign = copyright.charCodeAt(0);
  let passage = 0;
  let key = nextKey(text.charCodeAt(0), text.charCodeAt(1));
  for (let at = 0; at < text.length; at += 1) {
    key = nextKey(key, text.charCodeAt(at + 2));
    if (beginnings[key] === 0 && text.charCodeAt(at) !== sign) continue;
    anyPhrase.lastIndex = at;
    if (!anyPhrase.test(text)) continue;
    while (passage < count - 1 && ends[passage]! <= at) passage += 1;
    found[passage] = Math.min(mostCounted, found[passage]! + 1);
    at = anyPhrase.lastIndex - 1;
    key = nextKey(text.charCodeAt(at + 1), text.charCodeAt(at + 2));
  }
  return found;
}
