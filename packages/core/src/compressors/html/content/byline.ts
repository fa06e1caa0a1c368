const opening =
  /^(?:by|von|par|por|di|(?:written|posted|published|reported|edited) (?:by|on)|published|updated|last (?:modified|updated)|author)\b/i;
const longest = 140;

/** Whether a text says who wrote something or when: short, and beginning as such lines do. */
export function isByline(text: string): boolean {
  return text.length <= longest && opening.test(text);
}
