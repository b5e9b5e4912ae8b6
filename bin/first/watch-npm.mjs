/**
 * `npm start` is two or three processes: npm, perhaps a shell, and we. If npm is killed in a way that it cannot pass on
 * (kill -9), we would stay behind unseen and hold the port; so we end when npm is gone.
 */
import { readFileSync } from 'node:fs'

/** @param {number} pid @returns {{ name: string, parent: number } | null} */
function processAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const close = stat.lastIndexOf(')')
    return { name: stat.slice(stat.indexOf('(') + 1, close), parent: Number(stat.slice(close + 4).split(' ')[0]) }
  } catch {
    return null
  }
}

/** @param {() => void} stop called once, when npm is gone */
export function watchNpm(stop) {
  if (!process.env['npm_lifecycle_event'] || process.ppid <= 1) return
  const parent = process.ppid
  const between = processAt(parent)
  const npm = between && /^(sh|dash|bash|zsh|ash|busybox)$/.test(between.name) ? between.parent : parent
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === parent || processAt(parent)?.parent === npm)) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}
