/** One line for each thing that takes time, with the seconds since the command was given. @param {string} what */
export function say(what) {
  console.log(`${`${process.uptime().toFixed(1)} s`.padStart(8)}  ${what}`)
}
