/**
 * Dependencies point one way: apps -> access -> ledger -> projections -> event-store -> integrity.
 * `npm run structure` keeps it so; test/tidy.spec.ts keeps what cannot be seen in an import.
 */
const tests = '(\\.(spec|fixture|arbitrary)\\.ts$|/contract-suite\\.ts$|^test/|^libs/testing/)';

/** The rules of the ledger that the verifier of bundles holds a record against; as pure as it is. */
const verified =
  '^libs/ledger/src/(verifier/|keys/(party-keys|signed-score|signed-words)\\.ts$|log/origin\\.ts$|documents/(counts-once|limits)\\.ts$|entry/(answers|check|content|envelope-fact|evidence|facts|known|limits|made|references|resolve|rules|shape|state)\\.ts$|issues/reopened\\.ts$|rounds/committed-ratings\\.ts$|problems\\.ts$)';

/** A layer may import itself and the layers named; every other folder of this repository is refused. */
function layer(name, below, why) {
  return {
    name: `${name}-imports-only-what-is-below`,
    comment: why,
    severity: 'error',
    from: { path: `^libs/${name}/`, pathNot: tests },
    to: { path: '^(apps|libs|test)/', pathNot: `^libs/(${[name, ...below].join('|')})/` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('integrity', [], 'The proof is pure: a verifier of nothing but it must be possible.'),
    layer('event-store', ['integrity'], 'The log knows nothing of what is written in it.'),
    layer('projections', ['event-store', 'integrity'], 'A read model follows the log, whatever the domain.'),
    layer('ledger', ['projections', 'event-store', 'integrity'], 'The domain knows no edge and no access rule.'),
    layer('access', ['ledger', 'projections', 'event-store', 'integrity'], 'Who may do what knows no edge.'),
    {
      name: 'apps-stand-alone',
      comment:
        'What two apps need belongs in a library; only `ledger serve` becomes the API, and `ledger witness` the witness.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: `(^apps/cli/src/verbs/(serve|witness)\\.ts$|${tests})` },
      to: { path: '^(apps|test)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'witness-imports-integrity-alone',
      comment: 'A party runs it without a ledger, and trusts it without trusting one.',
      severity: 'error',
      from: { path: '^apps/witness/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/integrity/' },
    },
    {
      name: 'testing-only-from-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { path: '(^libs/testing/|\\.spec\\.ts$|^test/)' },
    },
    {
      name: 'testing-knows-no-domain-edge',
      severity: 'error',
      from: { path: '^libs/testing/' },
      to: { path: '^apps/' },
    },
    {
      name: 'scoring-and-catalogue-are-pure',
      comment: 'The same arithmetic runs in the browser and in the verifier: no framework, no input or output.',
      severity: 'error',
      from: { path: '^libs/ledger/src/(scoring|catalogue)/', pathNot: tests },
      to: { pathNot: '^libs/ledger/src/((scoring|catalogue)/|problems\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'verifier-stands-alone',
      comment: 'It becomes one file that an auditor can read: nothing but what it checks with.',
      severity: 'error',
      from: { path: `(${verified}|^apps/verifier/)`, pathNot: tests },
      to: {
        path: '^(apps|libs|node_modules)/',
        pathNot: `(${verified}|^(libs/(integrity|ledger/src/(scoring|catalogue))/|apps/verifier/|node_modules/@types/))`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'verifier-reads-a-folder-and-nothing-else',
      severity: 'error',
      from: {
        path: `(${verified}|^apps/verifier/|^libs/ledger/src/bundle/unzip\\.ts$)`,
        pathNot: `(/folder\\.ts$|^apps/verifier/src/|${tests})`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-imports-only-what-is-pure',
      comment: 'What checks the record in a browser is what the verifier is made of, without the folder that it reads.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: tests },
      to: {
        path: '^(apps|libs|test)/',
        pathNot: '^(apps/web/|libs/integrity/|libs/ledger/src/(signing/|verifier/(?!folder|index)|bundle/unzip\\.ts$))',
      },
    },
    {
      name: 'signing-is-pure',
      comment: 'A browser signs by the same rule as the command line.',
      severity: 'error',
      from: { path: '^libs/ledger/src/signing/', pathNot: tests },
      to: {
        path: '^(apps|libs)/',
        pathNot:
          '^libs/(integrity/|ledger/src/(signing/|entry/(answer-entry|command-id)\\.ts$|log/origin\\.ts$|problems\\.ts$|rounds/committed-ratings\\.ts$))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'integrity-is-pure',
      comment: 'Hashing and signing only; reading and writing is left to the caller.',
      severity: 'error',
      from: { path: '^libs/integrity/', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'nest-only-where-it-routes',
      comment:
        'Rules, read models and adapters are plain functions and data; classes stand only where Nest routes by them.',
      severity: 'error',
      from: {
        path: '^libs/',
        pathNot: `([./](commands|queries|handlers|module|guard)\\.ts$|${tests})`,
      },
      to: { path: '^node_modules/@nestjs/' },
    },
    {
      name: 'eventstoredb-behind-its-port',
      severity: 'error',
      from: { pathNot: '^(libs/(event-store|testing)|test)/' },
      to: { path: '^node_modules/@eventstore/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files may name each other’s types; neither may need the other to start.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tools-in-the-product',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `(^apps/web/|${tests})` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'declared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
