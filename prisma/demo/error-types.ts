/** The codes of the two templates' error types, by the short names that the demo's texts and readings use. */
export const medfact = {
  concept: 'conceptual',
  term: 'terminology',
  quantity: 'quantity',
  time: 'temporal',
  cite: 'citationSource',
  bias: 'bias',
  fact: 'generalFact',
  logic: 'logic',
} as const

export const medec = {
  organism: 'causalOrganism',
  diagnosis: 'diagnosis',
  management: 'management',
  drug: 'pharmacotherapy',
  treatment: 'treatment',
} as const
