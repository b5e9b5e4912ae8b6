import type { Rating } from '../ratings'

/**
 * Dawid & Skene 1979, table 1: five anaesthetists rate the fitness of 45 patients, the first of them three times. A patient
 * is the first one's three ratings, then those of the others.
 */
const patients =
  '111 1 1 1 1|333 4 3 3 4|112 2 1 2 2|222 3 1 2 1|222 3 2 2 2|222 3 3 2 2|122 2 1 1 1|333 3 4 3 3|222 2 2 2 3|' +
  '232 2 2 2 3|444 4 4 4 4|222 3 3 4 3|111 1 1 1 1|222 3 2 1 2|121 1 1 1 1|111 2 1 1 1|111 1 1 1 1|111 1 1 1 1|' +
  '222 2 2 2 1|222 1 3 2 2|222 2 2 2 2|222 2 2 2 1|222 3 2 2 2|221 2 2 2 2|111 1 1 1 1|111 1 1 1 1|232 2 2 2 2|' +
  '111 1 1 1 1|111 1 1 1 1|112 1 1 2 1|111 1 1 1 1|333 3 2 3 3|111 1 1 1 1|222 2 2 2 2|222 3 2 3 2|433 4 3 4 3|' +
  '221 2 2 3 2|232 3 2 3 3|333 3 4 3 2|111 1 1 1 1|111 1 1 1 1|121 2 1 1 1|232 2 2 2 2|121 1 1 1 1|222 2 2 2 2'

export const anaesthetists: Rating[] = patients
  .split('|')
  .flatMap((row, patient) =>
    row
      .split(' ')
      .flatMap((values, observer) =>
        [...values].map((value) => ({ item: `${patient + 1}`, rater: `${observer + 1}`, value })),
      ),
  )
