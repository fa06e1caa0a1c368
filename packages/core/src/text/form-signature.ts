/** The first line of every text that Headroom itself rendered without loss; such a text is a `form` and is never compressed again (I8). */
export const FORM_SIGNATURE = '#headroom-form';
