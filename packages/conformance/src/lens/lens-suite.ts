import type { Edit, Lens, Segment } from '@headroom/core';
import { deepFreeze } from '../deep-freeze.ts';
import type { TestRunner } from '../test-runner.ts';
import { differences, overlap, type Path } from './differences.ts';

/** How a lens is tested. */
export interface LensSuiteOptions<M> {
  readonly test: TestRunner;
  readonly createLens: () => Lens<M>;
  /** Prompts in the lens's format, by name: with parallel calls, errors, images, cache marks, reasoning, and parts that the lens does not know. */
  readonly histories: Readonly<Record<string, M>>;
  readonly options?: {
    /**
     * What the prompt was on earlier turns, oldest first.
     *
     * @default every beginning of the messages, where `M` is an array
     */
    readonly prefixes?: (messages: M) => readonly M[];
  };
}

/** Keys of which no message format lets a result's text be the value: what they hold never changes (I7). */
const untouchable = new Set([
  'role',
  'id',
  'name',
  'toolName',
  'tool_name',
  'toolCallId',
  'tool_call_id',
  'tool_use_id',
  'callId',
  'call_id',
  'caller',
  'signature',
  'cache_control',
  'cacheControl',
  'providerOptions',
  'providerMetadata',
  'isError',
  'is_error',
  'status',
  'input',
  'arguments',
  'args',
  'toolInput',
]);

/**
 * Tests a lens: what it finds is where it says, an edit changes that text and nothing else, and what is untouched stays the same reference.
 *
 * @example
 * import { describe, expect, it } from 'vitest';
 * lensSuite({ test: { describe, it, expect }, createLens: () => myLens, histories: { 'two calls': messages } });
 */
export function lensSuite<M>({ test: { describe, it, expect }, createLens, histories, options = {} }: LensSuiteOptions<M>): void {
  describe('lens conformance', () => {
    it('has a name, and finds texts', () => {
      const lens = createLens();
      expect(lens.name !== '').toBe(true);
      expect(Object.values(histories).some((messages) => lens.segments(messages).length > 0)).toBe(true);
    });

    for (const [name, given] of Object.entries(histories)) {
      describe(name, () => {
        // Frozen once, for all tests: whoever writes to the caller's objects fails.
        const messages = deepFreeze(given);
        const segments = () => createLens().segments(messages);
        const apply = (edits: readonly Edit[]) => createLens().apply(messages, edits);

        it('finds the same texts again, each under a key of its own', () => {
          const found = segments();
          expect(segments()).toEqual(found);
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        });

        it('I9: gives the same reference back where nothing is edited', () => {
          expect(apply([]) === messages).toBe(true);
        });

        it('I3: finds in a prompt what it found in its beginnings, and tells nothing of what follows', () => {
          const whole = segments();
          for (const prefix of (options.prefixes ?? beginnings)(messages)) {
            const found = createLens().segments(prefix);
            expect(found).toEqual(whole.slice(0, found.length));
          }
        });

        it('lets an edit land in its place, and leaves all other texts and facts', () => {
          for (const [index, edit] of segments().map(editOf).entries()) {
            const before = segments();
            const after = createLens().segments(apply([edit]));
            expect(after.map(withoutQuestion)).toEqual(
              before.map((segment, at) => withoutQuestion(at === index ? { ...segment, text: edit.text } : segment)),
            );
            if (edit.segment.role !== 'user') expect(after.map(({ question }) => question)).toEqual(before.map(({ question }) => question));
          }
        });

        it('I7: changes for an edit the text and nothing else; other messages stay the same references', () => {
          for (const edit of segments().map(editOf)) {
            const places = differences(messages, apply([edit]));
            expect(places.length > 0).toBe(true);
            expect(places.flatMap((path) => path.filter((key) => untouchable.has(key)))).toEqual([]);
            if (Array.isArray(messages)) expect(changedMessages(messages, apply([edit]))).toBe(1);
          }
        });

        it('I7: keeps the edits of different texts apart', () => {
          const edits = segments().map(editOf);
          const places = edits.map((edit) => differences(messages, apply([edit])));
          for (const [index, one] of places.entries()) {
            for (const other of places.slice(index + 1)) expect(meet(one, other)).toBe(false);
          }
          const all = differences(messages, apply(edits));
          expect(all.map(String).sort()).toEqual(places.flat().map(String).sort());
        });

        it('applies edits in any order, and again, to the same effect', () => {
          const edits = segments().map(editOf);
          const edited = apply(edits);
          expect(apply([...edits].reverse())).toEqual(edited);
          expect(createLens().apply(edited, edits)).toEqual(edited);
        });
      });
    }
  });
}

/** A text that would show any carelessness with encodings, and whose place can be told. */
function editOf(segment: Segment, index: number): Edit {
  return { segment, text: `edited ${index}: "quotes" \\ {"json":[1]} <b>&amp;</b>\r\n\u2028😀 $& <<ccr:0123456789abcdef01234567>>` };
}

function withoutQuestion({ question: _question, ...rest }: Segment): Omit<Segment, 'question'> {
  return rest;
}

function beginnings<M>(messages: M): readonly M[] {
  return Array.isArray(messages) ? messages.map((_, length) => messages.slice(0, length) as M) : [];
}

function changedMessages(before: readonly unknown[], after: unknown): number {
  if (!Array.isArray(after) || after.length !== before.length) return Number.NaN;
  return before.filter((message, index) => message !== after[index]).length;
}

function meet(one: readonly Path[], other: readonly Path[]): boolean {
  return one.some((path) => other.some((second) => overlap(path, second)));
}
