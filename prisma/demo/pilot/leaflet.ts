/** What every text of the bilingual pilot shares. Siblings, the two languages of one leaflet, are one group. */
import type { DemoItem, Language } from '../types'

type Leaflet = Pick<DemoItem, 'text' | 'specialty'> & {
  number: number
  difficulty: 1 | 2 | 3 | 4 | 5
  reference: DemoItem['sealed']['reference']
}

export const leaflet = (language: Language, { number, difficulty, reference, ...item }: Leaflet): DemoItem => {
  const group = `leaflet-${String(number).padStart(2, '0')}`
  return {
    ...item,
    id: `${group}-${language === 'en' ? 'en' : 'zh'}`,
    language,
    group,
    source: language === 'en' ? 'Meridian patient leaflets, draft 2026' : 'Meridian 患者教育手册（2026 征求意见稿）',
    licence: 'CC-BY-4.0',
    tags: { style: 'patient-leaflet', difficulty: String(difficulty) },
    sealed: { model: reference.veracity === 'correct' ? 'human' : 'aurora-chat-72b', reference },
  }
}
