/** The first and the last half of a share of the text: what most agents do with a long result. */
export function headTail(text: string, share: number): string {
  const half = Math.floor((text.length * share) / 2);
  return share >= 1 ? text : text.slice(0, half) + text.slice(text.length - half);
}
