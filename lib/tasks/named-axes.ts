import type { Localised } from '@/lib/locale'

/** What a form calls the axis of that code. */
export type NamedAxis = { code: string; name: Localised }

/** Of the axes of several versions of a form, the first first, each as the last that has it calls it. */
export function mergedAxes(versions: readonly (readonly NamedAxis[])[]): NamedAxis[] {
  const named = new Map(versions.flatMap((axes) => axes.map(({ code, name }) => [code, name] as const)))
  return [...named].map(([code, name]) => ({ code, name: { en: name.en, 'zh-CN': name['zh-CN'] } }))
}
