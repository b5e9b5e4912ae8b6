// Preloaded into our Node children and theirs: when the process that started them is gone, even by kill -9, so are they.
if (process.send) {
  const end = () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 2000)
  }
  // It may be gone before this is read, and is not told of again.
  if (process.connected) process.once('disconnect', end)
  else end()
  // Listening must not itself keep a process alive; the programs' own listeners may.
  const channel = /** @type {{ unrefCounted?: () => void } | null | undefined} */ (process.channel)
  channel?.unrefCounted?.()
}
