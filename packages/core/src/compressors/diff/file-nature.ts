import type { FileNature } from './diff-document.ts';

const lock =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|[^/]{0,40}[.-]lock(?:\.\w{1,6})?|[^/]{0,40}\.lockb?|go\.sum|pnpm-lock\.ya?ml|gradle\.lockfile|packages\.lock\.json|flake\.lock|Package\.resolved|cabal\.project\.freeze)$/i;
const generated =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|generated|__generated__|__snapshots__|\.yarn)\/|(?:\.min\.(?:js|css)|\.map|\.snap|\.svg|\.pb\.go|_pb2?\.(?:py|js|ts)|\.g\.(?:dart|cs)|\.designer\.cs|\.generated\.\w{1,6}|_generated\.\w{1,6})$/i;
const test = /(?:^|[/._-])(?:tests?|specs?|__tests__|fixtures?|testdata|mocks?|benchmarks?)(?:[/._-]|$)/i;
const document = /\.(?:md|mdx|rst|txt|adoc|html?|css|scss|less)$|(?:^|\/)(?:docs?|documentation|website)\//i;

/** Tells a file's nature by its path: locks and generated files are written by programs, and nobody reviews them line by line. */
export function fileNature(path: string): FileNature {
  if (lock.test(path)) return 'lock';
  if (generated.test(path)) return 'generated';
  if (test.test(path)) return 'test';
  return document.test(path) ? 'document' : 'source';
}
