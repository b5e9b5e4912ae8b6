/** One line for each thing that takes time, with the seconds since the command was given; standard output is for results. @param {string} what */
export function say(what) {
  console.error(`${`${process.uptime().toFixed(1)} s`.padStart(8)}  ${what}`)
}
