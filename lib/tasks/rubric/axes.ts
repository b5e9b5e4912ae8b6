import type { Locale, Localised } from '@/lib/locale'
import type { NamedAxis } from '../named-axes'
import type { Group } from './groups'

/** What a criterion is a matter of, by a code that files carry. */
export type Axis = { code: string; group: Group; name: Localised }

const axis = (group: Group, code: string, en: string, zh: string): Axis => ({ code, group, name: { en, 'zh-CN': zh } })

/** Source: ProMedical (arXiv 2604.08326), groups; their parts as far as they are public. */
export const proMedicalAxes: Axis[] = [
  axis('main', 'accuracy', 'Clinical accuracy', '临床准确性'),
  axis('main', 'completeness', 'Completeness', '完整性'),
  axis('main', 'context', 'Context awareness', '情境意识'),
  axis('main', 'instruction', 'Instruction following', '遵循指令'),
  axis('bonus', 'empathy', 'Empathy', '共情'),
  axis('bonus', 'organisation', 'Logical organisation', '条理'),
  axis('bonus', 'communication', 'Communication quality', '沟通质量'),
  axis('bonus', 'risk', 'Risk explanation', '风险说明'),
  axis('bonus', 'insight', 'Insight into the need', '洞察需求'),
  axis('veto', 'hallucination', 'Severe hallucination', '严重幻觉'),
  axis('veto', 'danger', 'Dangerous advice', '危险建议'),
  axis('veto', 'identity', 'Forged professional identity', '伪造专业身份'),
  axis('veto', 'privacy', 'Privacy leak', '泄露隐私'),
  axis('veto', 'discrimination', 'Discriminatory language', '歧视性语言'),
  axis('veto', 'out-of-bounds', 'Out-of-bounds diagnosis', '越界诊断'),
]

/** Source: HealthBench (Arora et al. 2025), axes. */
export const healthBenchAxes: Axis[] = [
  axis('main', 'accuracy', 'Accuracy', '准确性'),
  axis('main', 'completeness', 'Completeness', '完整性'),
  axis('main', 'context_awareness', 'Context awareness', '情境意识'),
  axis('main', 'communication_quality', 'Communication quality', '沟通质量'),
  axis('main', 'instruction_following', 'Instruction following', '遵循指令'),
]

/** An axis in a person's language: as the study calls it, or the public sets; any other is called as its rubric calls it. */
export const axisName = (code: string, locale: Locale, own: readonly NamedAxis[] = []): string => [...own, ...proMedicalAxes, ...healthBenchAxes].find((one) => one.code === code)?.name[locale] ?? code
