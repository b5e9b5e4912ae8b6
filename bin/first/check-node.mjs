/* Ends the process with a sentence on a Node that is too old for us. Written for Node 12: nothing newer may stand here. */
var have = process.versions.node.split('.').map(Number)
if (Number(have[0]) < 20 || (have[0] === 20 && Number(have[1]) < 19)) {
  console.error(
    'Doubleread needs Node.js 20.19 or newer; this is ' +
      process.versions.node +
      '. See https://nodejs.org/en/download',
  )
  process.exit(1)
}
