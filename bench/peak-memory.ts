const everyMs = 20

/** Runs the work and resolves to what it gave, how long it took, and the most memory this process held meanwhile. */
export async function measured<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; peakBytes: number }> {
  let peakBytes = process.memoryUsage.rss()
  const timer = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), everyMs)
  const began = performance.now()
  try {
    const value = await work()
    return { value, ms: performance.now() - began, peakBytes: Math.max(peakBytes, process.memoryUsage.rss()) }
  } finally {
    clearInterval(timer)
  }
}

export const megabytes = (bytes: number): number => bytes / 1024 ** 2
