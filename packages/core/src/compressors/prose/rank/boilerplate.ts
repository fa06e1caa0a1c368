/** Phrases of texts that stand around what somebody wrote and say nothing of it: licences, notices of rights, navigation, consent, subscription. English and the commonest others. */
const phrases = [
  'all rights reserved', 'copyright (c)', '©', 'permission is hereby granted', 'without warranty of any kind', 'as is" and any express', 'provided "as is"',
  'licensed under the', 'you may obtain a copy of the license', 'redistribution and use in source', 'in no event shall', 'merchantability', 'terms of service',
  'terms of use', 'privacy policy', 'cookie policy', 'we use cookies', 'accept all cookies', 'subscribe to our', 'sign up for our', 'newsletter', 'follow us on',
  'share this', 'skip to content', 'skip to main', 'back to top', 'table of contents', 'read more', 'click here', 'related articles', 'edit this page', 'previous page',
  'next page', 'log in', 'sign in', 'unsubscribe', 'powered by', 'advertisement', 'todos los derechos reservados', 'política de privacidad', 'alle rechte vorbehalten',
  'datenschutz', 'tous droits réservés', '版权所有', '隐私政策',
];

const longestRead = 400;

/** How many such phrases the beginning of a passage holds. */
export function boilerplatePhrases(text: string, start: number, end: number): number {
  const read = text.slice(start, Math.min(end, start + longestRead)).toLowerCase();
  let found = 0;
  for (const phrase of phrases) if (read.includes(phrase)) found += 1;
  return found;
}
