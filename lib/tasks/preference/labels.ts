import type { Judgment } from './judgment'

/** The classes of a verdict: by these releases are balanced, divided and counted. A side is no class: ids belong to items. */
export const labels = ({ overall, axes }: Judgment): Record<string, readonly string[]> => ({
  preference: [overall.pick],
  strength: overall.strength === null ? [] : [String(overall.strength)],
  tiedAxes: Object.keys(axes).filter((axis) => axes[axis]?.pick !== 'response').sort(),
}) // prettier-ignore
