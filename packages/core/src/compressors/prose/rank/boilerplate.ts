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

const anyPhrase = new RegExp(phrases.map((phrase) => phrase.replace(/[()"]/g, '\\$&')).join('|'), 'gi');

/** How many such phrases each passage holds. One pass over the text. */
export function countBoilerplate({ text, count, ends }: Passages): Uint8Array {
  const found = new Uint8Array(count);
  let passage = 0;
  for (const { index } of text.matchAll(anyPhrase)) {
    while (passage < count - 1 && ends[passage]! <= index) passage += 1;
    found[passage] = Math.min(mostCounted, found[passage]! + 1);
  }
  return found;
}
