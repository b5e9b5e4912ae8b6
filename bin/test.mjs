#!/usr/bin/env node
// `npm test`. Must stay readable by any Node since 12; the steps are in testing/run-tests.ts.
void import('./first/check-node.mjs').then(function () {
  return import('./first/test.mjs')
})
