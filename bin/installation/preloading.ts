import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { root } from '../first/root.mjs'

/** The option of Node that loads a file of bin/first before anything else, in a process and in those it starts. */
export const preloading = (file: string): string => `--import=${pathToFileURL(path.join(root, 'bin', 'first', file)).href}`
