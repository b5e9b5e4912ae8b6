import type { Criterion } from '../rubric/criterion'
import { diceOf, pairsOf } from './similarity'

/** `duplicate`: nearly what `other` says · `double-barrelled`: asks two things at once · `unverifiable`: nothing that can be seen to be there. */
export type Hint = { criterion: string; code: 'duplicate'; other: string } | { criterion: string; code: 'double-barrelled' | 'unverifiable'; words: string }

/** Two texts at least this alike are taken for one criterion said twice; a rule of thumb, shown as a question. */
export const alikeEnough = 0.8

const verb =
  'advises?|asks?|avoids?|checks?|clarif(?:y|ies)|describes?|encourages?|explains?|gives?|identif(?:y|ies)|includes?|lists?|mentions?|names?|notes?|offers?|provides?|recommends?|refers?|says?|states?|suggests?|tells?|uses?|warns?'
const verbZh = '给出|说明|指出|建议|提醒|询问|解释|提供|告知|避免|列出|推荐|强调|描述|提及|提到|表示|鼓励|安排|转诊|评估|检查|核对|明确|区分|告诫|警示|承认'
const doubleBarrelled = [new RegExp(`(?:\\band\\b|;)(?:\\s+also)?\\s+(?:${verb})\\b`, 'iu'), /\band\/or\b|\bas well as\b/iu, /(?:，|,|；|;)?(?:并且|同时|以及)(?:还|也)?/u, new RegExp(`[，,；;]\\s*[并且还也]\\s*(?:应当?|需要?|须|要)?(?:${verbZh})`, 'u')]
const unverifiable = /\b(?:appropriate(?:ly)?|adequate(?:ly)?|good|nice(?:ly)?|proper(?:ly)?|sufficient(?:ly)?|reasonabl[ey]|high[- ]quality|well[- ]written|as needed|if necessary)\b|适当|恰当|适宜|妥善|酌情|合理(?!用药)|充分|足够|良好|到位|必要时|高质量/iu

/**
 * Wording that reviewers will stumble over. Hints and no more: nothing is refused for them. Duplicates are told once, of the later
 * criterion. In the order of the rubric. Asked at every key: a text's letters are counted once, and O(n²) is comparing counts.
 */
export function hintsFor(criteria: readonly Pick<Criterion, 'id' | 'text'>[]): Hint[] {
  const pairs = criteria.map(({ text }) => pairsOf(text))
  return criteria.flatMap(({ id, text }, nth): Hint[] => {
    const twin = criteria.slice(0, nth).find((_, other) => diceOf(pairs[other]!, pairs[nth]!, alikeEnough) >= alikeEnough)
    const double = doubleBarrelled.map((pattern) => pattern.exec(text)?.[0]).find((words) => words !== undefined)
    const vague = unverifiable.exec(text)?.[0]
    return [
      ...(twin ? [{ criterion: id, code: 'duplicate' as const, other: twin.id }] : []),
      ...(double === undefined ? [] : [{ criterion: id, code: 'double-barrelled' as const, words: double.trim() }]),
      ...(vague === undefined ? [] : [{ criterion: id, code: 'unverifiable' as const, words: vague }]),
    ]
  })
}
