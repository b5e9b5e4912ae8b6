/**
 * From the press of an error type's key to the frame that shows the new highlight, on 20,000 characters with 500 spans. The
 * clock starts with the event's own time stamp and stops in the first task after a frame in which the mark stands.
 */
import type { Page } from '@playwright/test'
import { inBrowser } from './browser'
import { longReading } from './long-reading'
import { percentile } from './percentile'
import { atMost, round, type Result } from './result'

const times = 30

export async function highlight(): Promise<Result[]> {
  const { reader, seatId } = await longReading()
  const found = await inBrowser(reader, async (context) => {
    const page = await context.newPage()
    await page.goto(`/desk/${seatId}`)
    const surface = page.locator('[data-text-surface]')
    await surface.waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(watchHighlights)
    await surface.focus()
    const ms: number[] = []
    for (let n = 0; n < times; n++) ms.push(await markOnce(page, n))
    return ms
  })
  const value = percentile(found, 50)
  return [
    {
      measure: 'highlight: key to painted frame, median',
      value: round(value),
      unit: 'ms',
      goal: atMost(value, 17, '≤ 17 ms'),
    },
    { measure: 'highlight: key to painted frame, p95', value: round(percentile(found, 95)), unit: 'ms' },
  ]
}

/** Selects a few characters somewhere else each time, marks them, and takes the mark back. */
async function markOnce(page: Page, n: number): Promise<number> {
  await page.locator('[data-text-surface]').focus()
  await page.keyboard.press(n % 2 ? 'Control+End' : 'Control+Home')
  for (let lines = 0; lines < 2 + (n % 10); lines++) await page.keyboard.press(n % 2 ? 'ArrowUp' : 'ArrowDown')
  for (let letters = 0; letters < 3 + (n % 4); letters++) await page.keyboard.press('Shift+ArrowRight')
  await page.evaluate(() => (window.highlightMs = null))
  await page.keyboard.press('1')
  await page.waitForFunction(() => window.highlightMs !== null)
  const ms = await page.evaluate(() => window.highlightMs)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  if (typeof ms !== 'number') throw new Error('no highlight came')
  return ms
}

declare global {
  interface Window {
    /** Of the last key press; null until its mark is painted. */
    highlightMs: number | null
  }
}

/** Runs in the page, as text: what a compiler adds to a function is not there. */
const watchHighlights = `
  window.highlightMs = 0
  const marks = () => new Set([...document.querySelectorAll('[data-mark]')].map((mark) => mark.dataset.mark))
  const timeOf = (event, before) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const painted = performance.now()
        if ([...marks()].some((id) => !before.has(id))) window.highlightMs = painted - event.timeStamp
        else timeOf(event, before)
      }
      port2.postMessage(null)
    })
  // Before the page's own listener; what this one costs is counted in.
  window.addEventListener('keydown', (event) => { if (event.key === '1') timeOf(event, marks()) }, { capture: true })
`
