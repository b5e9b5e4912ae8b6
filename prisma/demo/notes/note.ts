/** What every text of the English study shares. */
import type { DemoItem } from '../types'

export const from = {
  northgate: 'Northgate General, synthetic ward archive',
  harbour: 'Harbour View Hospital, synthetic ward archive',
  clinic: 'Eastmoor Outpatients, synthetic letters',
  imaging: 'Harbour View Hospital, synthetic imaging reports',
  pharmacy: 'Eastmoor Pharmacy, synthetic advice line',
}

type Note = Pick<DemoItem, 'id' | 'text' | 'specialty' | 'source' | 'group'> & {
  style:
    'discharge-note' | 'progress-note' | 'emergency-note' | 'clinic-letter' | 'radiology-report' | 'medication-advice'
  difficulty: 1 | 2 | 3 | 4 | 5
  model: string
  reference: DemoItem['sealed']['reference']
}

export const note = ({ style, difficulty, model, reference, ...item }: Note): DemoItem => ({
  ...item,
  language: 'en',
  licence: 'CC-BY-4.0',
  tags: { style, difficulty: String(difficulty) },
  sealed: { model, reference },
})
