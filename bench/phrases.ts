/** What generated items are put together from: statements such as clinical texts make, in two languages, about nobody. */
export type Phrases = {
  title: (n: number) => string
  drugs: readonly [string, ...string[]]
  findings: readonly [string, ...string[]]
  statements: readonly [Statement, ...Statement[]]
}
type Statement = (words: { drug: string; finding: string; number: number }) => string

export const phrases: Record<'en' | 'zh', Phrases> = {
  en: {
    title: (n) => `Note ${n}. `,
    drugs: [
      'metformin',
      'ramipril',
      'apixaban',
      'amoxicillin',
      'levothyroxine',
      'salbutamol',
      'prednisolone',
      'atorvastatin',
    ],
    findings: [
      'exertional dyspnoea',
      'a productive cough',
      'ankle swelling',
      'intermittent claudication',
      'night sweats',
      'palpitations',
    ],
    statements: [
      ({ finding, number }) =>
        `The patient, aged ${number}, was referred because of ${finding} that had lasted for ${number % 9} weeks. `,
      ({ drug, number }) => `Treatment with ${drug} was begun at ${number * 5} mg daily and was well tolerated. `,
      ({ drug }) => `Renal function should be checked before ${drug} is given and again after three months. `,
      ({ number }) =>
        `Blood pressure was ${110 + (number % 60)}/${60 + (number % 30)} mmHg and the pulse ${60 + (number % 40)} beats per minute. `,
      ({ finding, drug }) => `When ${finding} persists in spite of ${drug}, another cause has to be looked for. `,
      ({ number }) =>
        `The haemoglobin was ${80 + number} g/L; the white cell count and the platelets were within normal limits. `,
      ({ drug }) => `There is no known interaction between ${drug} and the other medicines on the list. `,
    ],
  },
  zh: {
    title: (n) => `病历摘要${n}。`,
    drugs: ['二甲双胍', '雷米普利', '阿哌沙班', '阿莫西林', '左甲状腺素', '沙丁胺醇', '泼尼松龙', '阿托伐他汀'],
    findings: ['活动后气促', '咳嗽、咳痰', '双踝水肿', '间歇性跛行', '夜间盗汗', '心悸'],
    statements: [
      ({ finding, number }) => `患者${number}岁，因${finding}${(number % 9) + 1}周就诊，既往体健，否认药物过敏史。`,
      ({ drug, number }) => `予${drug}口服，起始剂量每日${number * 5} mg，用药后未见明显不良反应。`,
      ({ drug }) => `使用${drug}前应评估肾功能，并于三个月后复查，必要时调整剂量。`,
      ({ number }) =>
        `查体：血压${110 + (number % 60)}/${60 + (number % 30)} mmHg，心率${60 + (number % 40)}次/分，律齐，未闻及杂音。`,
      ({ finding, drug }) => `若规范使用${drug}后仍有${finding}，应进一步查找其他原因。`,
      ({ number }) => `实验室检查：血红蛋白${80 + number} g/L，白细胞及血小板计数均在正常范围内。`,
      ({ drug }) => `${drug}与目前所用其他药物之间未见已知的相互作用，可继续联合使用。`,
    ],
  },
}
