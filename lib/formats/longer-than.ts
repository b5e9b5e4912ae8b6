/** Has the text more code points than the limit? Counts only when the number of UTF-16 units leaves it open. */
export function longerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false
  if (text.length > 2 * limit) return true
  let points = 0
  for (let at = 0; at < text.length; at += 1) {
    points += 1
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit <= 0xdbff) at += 1
  }
  return points > limit
}
