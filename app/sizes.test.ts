import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const MAX_FILE_LINES = 300;
/** The story of a command on a real database is told from top to bottom. */
const MAX_STORY_LINES = 600;
const MAX_FUNCTION_LINES = 70;
/** Each attribute of mark-up has a line of its own, so that a form of ten fields is long and still simple. */
const MAX_MARKUP_LINES = 120;

/** Longer than the rule, each for its reason. A new one needs a reason as good. */
const longFiles = new Set([
  // A catalogue: data, item by item.
  'db/seed/catalogue.server.ts',
]);
const longFunctions = new Set([
  // One call of better-auth, whose options are a page long.
  'db/auth.server.ts createAuth',
  // One insert after the other, in the order in which the rows refer to each other.
  'app/commands/find-stock.server.ts enterUnknown',
]);

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  {
    encoding: 'utf8',
  },
)
  .trim()
  .split('\n')
  .filter((file) => !/i18n\/(zh-CN|en)\//.test(file))
  .flatMap((file) => {
    try {
      return [{ file, source: readFileSync(file, 'utf8') }];
    } catch {
      return []; // Removed, and not yet committed.
    }
  });

const isTest = (file: string) => /\.(test|itest|spec)\.tsx?$/.test(file);
const limitOf = (file: string) => (isTest(file) ? MAX_STORY_LINES : MAX_FILE_LINES);

interface Long {
  name: string;
  lines: number;
}

/** Functions longer than the limit, by name; a nameless one by that of what it is given to. */
function longFunctionsOf(file: string, source: string): Long[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const found: Long[] = [];
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineAt(node.end) - lineAt(node.getStart()) + 1;
      const limit = file.endsWith('.tsx') ? MAX_MARKUP_LINES : MAX_FUNCTION_LINES;
      if (lines > limit) found.push({ name: `${file} ${nameOf(node)}`, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a nameless function';
}

describe('sizes', () => {
  it(`files keep to ${MAX_FILE_LINES} lines, catalogues aside`, () => {
    expect(files.length).toBeGreaterThan(300);
    const tooLong = files
      .map(({ file, source }) => ({ file, lines: source.split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > limitOf(file) && !longFiles.has(file));
    expect(tooLong).toEqual([]);
  });

  it(`functions keep to ${MAX_FUNCTION_LINES} lines; the blocks of a test are no functions`, () => {
    const tooLong = files
      .filter(({ file }) => !isTest(file))
      .flatMap(({ file, source }) => longFunctionsOf(file, source))
      .filter(({ name }) => !longFunctions.has(name));
    expect(tooLong).toEqual([]);
    // Every source file is read and parsed: seconds, where the machine has other work too.
  }, 60_000);
});
