const ground = '^lib/(errors\\.ts|locale\\.ts|spans/|stats/|workflow/|blinding/|tasks/|formats/|releases/)'
/** What a browser may be sent: components, the ground, and a few files that say a rule both sides need. */
const sent = [`${ground}(?!.*\\.test\\.ts$)`, '^components/', '^lib/(picture-type|preferences|study-slug|web/paths|web/paths-at-work)\\.ts$']
/** The services that may open the unblinded door; each names its reason there. */
const systemServices = [
  'give-verdict', 'claim-dispute', 'resume-work', 'submit-judgment', 'take-back-judgment', 'decline-seat', 'ask-admins',
  'sign-in', 'sign-in-by-email', 'change-password', 'make-reset-link', 'open-reset-link', 'reset-password', 'open-invitation', 'accept-invitation', 'join-by-invitation',
  'set-owner', 'deactivate-person', 'reactivate-person',
  'verify-audit', 'add-person', 'act-as',
  'commit-import', 'revise-rubrics', 'reopen-items', 'reopen-item', 'decline-dispute',
  'submit-predictions', 'receive-predictions', 'score-contest', 'score-readers', 'ask-experts', 'span-questions', 'withdraw-submission', 'export-inputs',
  'open-batch', 'close-batch', 'withdraw-items', 'state-licence', 'unseal-item', 'export-readings',
  'state-blinding', 'freeze-release', 'write-release', 'write-release-files', 'fix-release-items',
].join('|')
/** The architecture, as rules. Each comment says why, so a failure explains itself. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'A cycle means two modules are one.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolvable', severity: 'error', comment: 'A typo in a path would otherwise hide an edge from every rule below.', from: {}, to: { couldNotResolve: true } },
    { name: 'ground-is-pure', severity: 'error', comment: 'Floor 0 imports floor 0 and zod (formats also the Parquet library); never Next, React, Prisma, Node or the clock.', from: { path: ground, pathNot: '\\.test(ing)?\\.ts$' }, to: { pathNot: [ground, 'node_modules/(zod|hyparquet|hyparquet-writer)/'] } },
    { name: 'one-door', severity: 'error', comment: 'Prisma lives behind lib/db. Reading a table anywhere else goes round the blinding.', from: { pathNot: '^(lib/db/|prisma|bench/|e2e/|bin/)' }, to: { path: '(^lib/db/(generated|client)|node_modules/(@prisma|prisma|pg|pg-boss|pg-copy-streams)/)' } },
    { name: 'as-system-has-few-keys', severity: 'error', comment: 'Unblinded reads are for use cases that must see everyone; each names its reason.', from: { pathNot: `^(lib/db/|lib/services/(${systemServices})\\.ts$|prisma/|e2e/|.*\\.test\\.ts$)` }, to: { path: '^lib/db/as-system' } },
    { name: 'db-below-services', severity: 'error', comment: 'Floor 1 does not know floor 2 or 3.', from: { path: '^lib/db/' }, to: { path: '^(lib/(services|auth|web)/|app/|components/)' } },
    { name: 'services-know-no-framework', severity: 'error', comment: 'A use case runs the same in a test, a script or a request.', from: { path: '^lib/services/' }, to: { path: '(^lib/(auth|web)/|^app/|^components/|node_modules/(next|next-auth|react|react-dom)/)' } },
    { name: 'components-reach-no-server', severity: 'error', comment: 'By any path: what a component can reach, a browser can receive. What may be sent imports nothing else of ours, so no path leads out of it; looking for each path took half of the whole check.', from: { path: sent }, to: { path: '^(app|bench|bin|e2e|lib|prisma)/|^[^/]+\\.', pathNot: sent } },
    { name: 'components-below-app', severity: 'error', comment: 'Pages hand components their data and their verbs.', from: { path: '^components/' }, to: { path: '^app/' } },
    { name: 'pages-use-services-not-tables', severity: 'error', comment: 'app/ asks lib/services and lib/web; it does not open a desk itself.', from: { path: '^app/' }, to: { path: '^lib/db/' } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated'] },
    exclude: { path: '^\\.(next|data)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
