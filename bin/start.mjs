#!/usr/bin/env node
// `npm start` and `npm run dev`: from a fresh clone to a running Doubleread. Must stay readable by any Node since 12 and
// import nothing that has to be installed; what it hands over to is in bin/installation/.
void import('./first/check-node.mjs').then(function () {
  return import('./first/start.mjs')
})
