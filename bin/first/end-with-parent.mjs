// Preloaded into our Node children and theirs: when the process that started them is gone, even by kill -9, so are they.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 2000)
  })
  // Listening must not itself keep a process alive; the programs' own listeners may.
  const channel = /** @type {{ unrefCounted?: () => void }} */ (process.channel)
  channel.unrefCounted?.()
}
