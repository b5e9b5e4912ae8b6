import type { Localised } from '@/lib/locale'

/** Why most fields are lost: the format that is called so has no place for them. */
export const noPlaceIn = (name: Localised): Localised => ({ en: `There is no place for it in ${name.en}.`, 'zh-CN': `${name['zh-CN']} 中没有存放它的位置。` })
