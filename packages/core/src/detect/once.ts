/** Puts a measure off until it is first asked for, and takes it only once. */
export function once<Value>(measure: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: measure() }).value;
}
