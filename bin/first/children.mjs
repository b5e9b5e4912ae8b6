/**
 * The processes that a command starts. Whatever happens to the command, they end with it: on Ctrl-C, SIGTERM and errors in
 * the reverse order of their starting; on `kill -9` Node children see their channel close (end-with-parent.mjs). Each child
 * leads a process group of its own, so that a signal reaches its children too and a terminal's Ctrl-C only us.
 */
import { spawn } from 'node:child_process'
import { diskIsFull, Halt } from './halt.mjs'

/** @typedef {{ stop: (this: void) => Promise<void> }} Stoppable */
/** @type {Stoppable[]} */
const running = []
let stopping = false

export const isStopping = () => stopping

/**
 * Something that must be stopped before the process ends.
 * @template {Stoppable} T
 * @param {T} thing
 * @returns {T}
 */
export function stopAtTheEnd(thing) {
  running.push(thing)
  return thing
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It has ended already.
  }
}

/**
 * Starts a program that stays.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { patienceMs?: number }} options `patienceMs`: from SIGTERM to SIGKILL
 */
export function startChild(command, args, { patienceMs = 5000, ...options } = {}) {
  const child = spawn(command, args, { ...options, detached: true })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  const { pid } = child
  const stop = async () => {
    if (!pid) return
    signalGroup(pid, 'SIGTERM')
    const killer = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs)
    await ended
    clearTimeout(killer)
    // Its own children may have outlived it.
    signalGroup(pid, 'SIGKILL')
  }
  stopAtTheEnd({ stop })
  return { child, ended, stop }
}

/**
 * Runs a program to its end; its output is shown only if it fails, or as it comes with `show`.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean, what?: string }} options
 * @returns {Promise<string>} what it wrote
 */
export async function runChild(command, args, { show = false, what = command, ...options } = {}) {
  const { child, ended, stop } = startChild(command, args, {
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    ...options,
  })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text))
  await ended
  if (stopping) await new Promise(() => {})
  running.splice(
    running.findIndex((thing) => thing.stop === stop),
    1,
  )
  if (child.exitCode === 0) return output
  if (diskIsFull.test(output)) throw new Halt('The disk is full: free some space and start again.')
  throw new Halt(`${output.trimEnd()}${output ? '\n' : ''}${what} failed.`)
}

export async function stopEverything() {
  stopping = true
  for (const thing of running.splice(0).reverse()) await thing.stop().catch(() => {})
}

/** Ctrl-C, SIGTERM and a closed terminal stop everything, in order; a second Ctrl-C does not wait. */
export function stopOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (stopping && signal === 'SIGINT') process.exit(130)
      if (!stopping) void stopEverything().then(() => process.exit(0))
    })
  }
}
