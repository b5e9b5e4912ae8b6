import type { Form } from '../form'

/**
 * Why a model's draft is not passed. The first four are overrule reasons of ProMedical (arXiv 2604.08326), which names them and
 * defines none; the others are ours. Provisional: a protocol changes them as it likes.
 */
export const overruleReasons: Form['reasons'] = [
  { code: 'permissive-risk', name: { en: 'Permissive medical risk criteria', 'zh-CN': '医疗风险标准过宽' } },
  { code: 'opening-sentence', name: { en: 'Opening-sentence ambiguity', 'zh-CN': '开头语句含义不明' } },
  { code: 'definition-mismatch', name: { en: 'Specialised definition mismatch', 'zh-CN': '专业定义不符' } },
  { code: 'disclaimer', name: { en: 'Disclaimer handling inconsistency', 'zh-CN': '免责声明处理不一致' } },
  { code: 'missing-criterion', name: { en: 'Something essential is missing', 'zh-CN': '缺少关键标准' } },
  { code: 'wrong-medicine', name: { en: 'Medically wrong or outdated', 'zh-CN': '医学内容错误或过时' } },
  { code: 'wording', name: { en: 'Cannot be judged as worded', 'zh-CN': '表述无法据以判断' } },
  { code: 'weighing', name: { en: 'Wrong weight or group', 'zh-CN': '权重或分组不当' } },
]
