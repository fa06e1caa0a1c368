/**
 * The kinds of text that detection tells apart (DESIGN section 6).
 *
 * `form` is a text that Headroom itself rendered without loss (it carries no handle and is never compressed again).
 */
export type ContentKind =
  | 'json'
  | 'log'
  | 'search'
  | 'diff'
  | 'code'
  | 'notebook'
  | 'html'
  | 'table'
  | 'terminal'
  | 'config'
  | 'accessibility'
  | 'prose'
  | 'mixed'
  | 'form'
  | 'text';
