/**
 * Number of the words that documents are made with. It is kept with each release, so that a rebuild by a later version of the product
 * knows words that have changed from documents that have. Raised whenever the same facts make other documents, or a task describes
 * its records otherwise: `wording.test.ts` holds the print of what they make.
 */
export const documentsWording = 4
