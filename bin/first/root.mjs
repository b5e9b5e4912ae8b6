import path from 'node:path'

/** The folder of the checkout, wherever the command was given. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/** What belongs to this installation and not to the code: secrets, the embedded database, its log. */
export const dataFolder = path.resolve(root, process.env['DOUBLEREAD_DATA'] ?? '.data')
