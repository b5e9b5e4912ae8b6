#!/usr/bin/env node
// `npm run check`: what can be known in a minute. The steps are in testing/run-check.ts.
void import('./first/check-node.mjs').then(function () {
  return import('./first/check.mjs')
})
