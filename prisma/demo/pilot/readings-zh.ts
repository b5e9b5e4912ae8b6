/** How the Chinese leaflets were read: nine agreed, three closed at the bench. */
import { medfact as is } from '../error-types'
import { adjudicated, agreed, correct, erroneous, mark, type ToldScript } from '../telling'
import { asante, chen, gu, he, lin, tan, wu, zhou } from '../who'

export const readingsZh: ToldScript[] = [
  agreed('leaflet-01-zh', 29, [
    erroneous(
      lin,
      1,
      3,
      1.2,
      mark('早用抗生素可以缩短病程', is.concept, '抗生素不能缩短病程', '抗生素对病毒无效，也不能缩短普通感冒的病程。'),
    ),
    erroneous(
      wu,
      1,
      3,
      1.0,
      mark('早用抗生素可以缩短病程', is.concept, '使用抗生素不能缩短病程', '没有细菌感染证据时不应使用抗生素。'),
    ),
  ]),
  agreed('leaflet-02-zh', 29, [correct(lin, 1, 3, 1.1), correct(he, 2, 3, 1.6)]),
  agreed('leaflet-03-zh', 29, [
    erroneous(
      chen,
      2,
      3,
      1.5,
      mark(
        '应当每天规律使用沙丁胺醇作为长期控制药物',
        is.concept,
        '应当每天规律使用含吸入激素的控制药物',
        '沙丁胺醇是短效支气管舒张剂，只用于缓解症状，单独规律使用会增加急性发作和死亡的风险。',
        'GINA 全球哮喘处理和预防策略',
      ),
    ),
    erroneous(
      wu,
      2,
      3,
      1.8,
      mark(
        '每天规律使用沙丁胺醇作为长期控制药物',
        is.concept,
        '每天规律使用吸入性糖皮质激素作为长期控制药物',
        '控制药物与缓解药物混淆。',
      ),
    ),
  ]),
  adjudicated(
    'leaflet-04-zh',
    29,
    [
      erroneous(
        wu,
        2,
        3,
        1.4,
        mark(
          '主要降低的是甘油三酯',
          is.concept,
          '主要降低的是低密度脂蛋白胆固醇',
          '他汀抑制HMG-CoA还原酶，主要降低LDL-C。',
        ),
      ),
      erroneous(tan, 2, 3, 1.9, mark('甘油三酯', is.concept, '低密度脂蛋白胆固醇', '降甘油三酯为主的是贝特类。')),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: tan },
      rationale:
        '判断、类型和更正都一致，只是标注范围不同，重叠不足一半。按"最短的、替换后即成立"的原则，只需标"甘油三酯"四个字。',
      cause: 'ambiguous-guideline',
      activeMinutes: 1.7,
      daysAgo: 27,
    },
  ),
  agreed('leaflet-05-zh', 28, [correct(zhou, 1, 3, 1.3), correct(he, 2, 2, 1.9)]),
  adjudicated(
    'leaflet-06-zh',
    28,
    [
      correct(he, 2, 2, 1.7),
      erroneous(
        zhou,
        2,
        3,
        1.6,
        mark('通常持续3～5天', is.time, '通常持续数分钟至1小时', '短暂性脑缺血发作多在1小时内缓解，最长不超过24小时。'),
      ),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: zhou },
      rationale: '症状持续数天即不属于短暂性脑缺血发作，与同句"不留下新的梗死灶"也相矛盾，属漏读。',
      cause: 'oversight',
      activeMinutes: 1.5,
      daysAgo: 26,
    },
  ),
  agreed('leaflet-07-zh', 28, [correct(he, 2, 3, 1.4), correct(lin, 2, 3, 1.7)]),
  agreed('leaflet-08-zh', 28, [correct(he, 2, 3, 1.5), correct(asante, 2, 3, 2.1)]),
  agreed('leaflet-09-zh', 27, [correct(zhou, 2, 3, 1.4), correct(lin, 3, 2, 2.0)]),
  adjudicated(
    'leaflet-10-zh',
    27,
    [
      erroneous(
        lin,
        3,
        3,
        1.6,
        mark('高钙、低磷', is.concept, '低钙、高磷', '晚期肾病排磷减少、活性维生素D不足，应为低钙、高磷。'),
      ),
      erroneous(asante, 3, 3, 1.8, mark('高钙、低磷', is.term, '低钙、高磷', '高低写反。')),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: lin },
      rationale: '"高钙、低磷"用词本身没有用错，错的是病理生理关系，应归概念错误。术语错误限于名称张冠李戴。',
      cause: 'ambiguous-guideline',
      activeMinutes: 1.9,
      daysAgo: 25,
    },
  ),
  agreed('leaflet-11-zh', 27, [correct(chen, 3, 2, 2.2), correct(wu, 3, 3, 1.9)]),
  agreed('leaflet-12-zh', 27, [
    erroneous(
      asante,
      3,
      3,
      1.5,
      mark(
        '腺瘤属于炎症性改变，不会癌变',
        is.concept,
        '腺瘤属于癌前病变，可能癌变',
        '腺瘤是结直肠癌最主要的癌前病变。',
      ),
    ),
    erroneous(
      chen,
      2,
      3,
      1.3,
      mark(
        '腺瘤属于炎症性改变，不会癌变',
        is.concept,
        '腺瘤属于癌前病变，部分可发展为癌',
        '与随后建议筛查、复查的内容也矛盾。',
      ),
    ),
  ]),
]
