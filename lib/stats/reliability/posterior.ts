/**
 * Turns logarithms of joint probabilities of one item and each class into the posterior of its class and the logarithm of
 * their sum, without leaving the range of doubles (the greatest is taken out first). `-Infinity` is probability 0.
 */
export function posteriorOf(logJoint: readonly number[]): { posterior: number[]; logSum: number } {
  const greatest = Math.max(...logJoint)
  const scaled = logJoint.map((log) => Math.exp(log - greatest))
  const sum = scaled.reduce((all, each) => all + each, 0)
  return { posterior: scaled.map((each) => each / sum), logSum: greatest + Math.log(sum) }
}
