#!/usr/bin/env node
// Runs a command beside a production server with a database of its own; see testing/with-world.ts.
void import('./first/check-node.mjs').then(function () {
  return import('./first/with-world.mjs')
})
