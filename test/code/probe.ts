/** A question about a payload, and what its answer needs to have in view, letter by letter. */
export interface CodeProbe {
  readonly payload: string;
  readonly question: string;
  readonly needs: readonly string[];
}

export const probe = (payload: string, question: string, ...needs: readonly string[]): CodeProbe => ({ payload, question, needs });
