/// <reference lib="es2024.string" />

/** Whether every surrogate of a text has its partner: only such a text survives UTF-8. Linear, constant for one-byte strings. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}
