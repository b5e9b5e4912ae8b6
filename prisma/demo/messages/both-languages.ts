/** A guideline for readers of two languages: the department's own words, then the template's. */
import type { Localised } from '@/lib/locale'

export const bothLanguages = (own: Localised, template: Localised): string => [own.en, template.en, '---', own['zh-CN'], template['zh-CN']].join('\n\n')
