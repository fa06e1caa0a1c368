import type { Attributes } from './attributes.ts';

const mostOptions = 60;

/** The line that says where a form goes; undefined where it says nothing. */
export function describeForm({ action, method, name, id, role }: Attributes): string | undefined {
  if (role === 'search' && (action ?? '') === '') return 'form: search';
  const parts = [method === undefined ? '' : method.toUpperCase(), action ?? '', name ?? id ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? 'form' : `form: ${parts.join(' ')}`;
}

/**
 * The line that stands for a control of a form; empty for a button that says nothing.
 *
 * @param values the options of a selection, or the text inside the control
 * @example describeField('input', { type: 'email', name: 'to', required: '' }, []) // '[email to, required]'
 */
export function describeField(element: string, attributes: Attributes, values: readonly string[]): string {
  const { name, id, placeholder, value } = attributes;
  const kind = element === 'input' ? (attributes.type ?? 'text').toLowerCase() : element === 'textarea' ? 'text' : element;
  const said = [
    element === 'button' ? values[0] : undefined,
    element === 'button' && values.length > 0 ? undefined : (name ?? id),
    attributes['aria-label'],
    placeholder === undefined || placeholder === '' ? undefined : `placeholder: ${placeholder}`,
    value === undefined || value === '' ? undefined : `value: ${value}`,
    attributes.checked === undefined ? undefined : 'checked',
    attributes.required === undefined ? undefined : 'required',
    attributes.disabled === undefined ? undefined : 'disabled',
    element === 'button' || values.length === 0 ? undefined : listed(element, values),
  ].filter((part) => part !== undefined && part !== '');
  if (said.length === 0 && (element === 'button' || kind === 'submit' || kind === 'button' || kind === 'image')) return '';
  return `[${kind}${said.length === 0 ? '' : ' '}${said.join(', ')}]`.replace(/\s+/g, ' ');
}

function listed(element: string, values: readonly string[]): string {
  if (element !== 'select') return `text: ${values.join(' ')}`;
  const more = values.length - mostOptions;
  return `options: ${values.slice(0, mostOptions).join(' | ')}${more > 0 ? ` | … ${more} more offloaded` : ''}`;
}
