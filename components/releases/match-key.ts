/** Under which key a match rule has its words; a rule of overlap is told of without its threshold. */
export const matchKey = (match: string) => (match.startsWith('overlap') ? 'overlap' : match) as 'exact' | 'overlap' | 'contains' | 'sentence' | 'judged'
