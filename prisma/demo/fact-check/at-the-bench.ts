/** Items of the Chinese study that all three read differently; the disputes wait for an adjudicator. */
import { medfact as is } from '../error-types'
import { correct, disputed, erroneous, mark, type ToldScript } from '../telling'
import { asante, chen, he, liang, lin, tan, wu, zhou } from '../who'

export const atTheBench: ToldScript[] = [
  disputed('fc-004', 5, [
    correct(lin, 3, 3, 2.7),
    erroneous(
      he,
      3,
      2,
      4.2,
      mark(
        '达不到危害健康的水平',
        is.bias,
        '在正常饮用量下达不到危害健康的水平',
        '说得过于绝对：没有交代水源和存放时间，农村自备井水的硝酸盐可能超标。',
      ),
    ),
    correct(asante, 3, 3, 3.1),
  ]),
  disputed('fc-008', 5, [
    erroneous(
      zhou,
      3,
      3,
      3.4,
      mark('大多是性格脆弱、遇事想不开', is.bias, '与性格是否坚强没有关系', '把疾病归咎于性格，属于带有歧视的说法。'),
    ),
    erroneous(
      wu,
      3,
      2,
      4.0,
      mark(
        '得这种病的老人，大多是性格脆弱、遇事想不开',
        is.concept,
        '老年抑郁由生物、心理和社会因素共同作用所致',
        '病因错误：脑血管病变、躯体疾病、药物、丧偶等都是重要因素。',
      ),
    ),
    erroneous(
      tan,
      3,
      3,
      2.9,
      mark(
        '得这种病的老人，大多是性格脆弱、遇事想不开',
        is.bias,
        '这种病与性格是否坚强无关',
        '病耻感的典型表达，没有证据支持。',
      ),
    ),
  ]),
  disputed('fc-011', 5, [
    correct(asante, 2, 2, 1.8),
    erroneous(
      wu,
      3,
      3,
      2.6,
      mark('美国细菌学家', is.fact, '英国细菌学家', '弗莱明为英国（苏格兰）人，后文也写明发现地点在伦敦。'),
    ),
    erroneous(chen, 3, 3, 2.9, mark('美国', is.fact, '英国', '弗莱明是英国人，只需改两个字。')),
  ]),
  disputed(
    'fc-013',
    5,
    [
      erroneous(
        chen,
        2,
        3,
        3.3,
        mark(
          '低于80%',
          is.quantity,
          '低于70%',
          '持续气流受限的判定界值为吸入支气管舒张剂后FEV₁/FVC＜0.70。',
          'GOLD 慢阻肺全球策略',
        ),
      ),
      erroneous(
        tan,
        3,
        3,
        3.8,
        mark('80%', is.quantity, '70%', '比值界值应为0.70；80%是FEV₁占预计值常用的界值，两者容易混淆。'),
      ),
      erroneous(
        he,
        3,
        2,
        4.6,
        mark('低于80%', is.concept, '低于70%', '把FEV₁占预计值百分比与FEV₁/FVC混为一谈，属概念混淆。'),
      ),
    ],
    {
      threads: [
        {
          reader: chen,
          messages: [
            {
              by: chen,
              text: '标"低于80%"还是只标"80%"？两种替换后句子都通顺。',
              written: { daysAgo: 5, time: '09:20' },
            },
            {
              by: liang,
              text: '以"最短的、替换后即成立的文字"为准；若需要连带比较词一起才不产生歧义，可以带上。第2版说明书会加一个数值的例子。',
              written: { daysAgo: 5, time: '11:05' },
            },
          ],
        },
      ],
    },
  ),
  disputed('fc-020', 4, [
    erroneous(
      lin,
      3,
      3,
      2.2,
      mark('T值≤-1.0', is.quantity, 'T值≤-2.5', 'T值在-1.0与-2.5之间为骨量减少，≤-2.5才诊断骨质疏松症。'),
    ),
    correct(zhou, 4, 1, 3.7, '骨科内容不熟，按印象判断。'),
    erroneous(he, 3, 3, 2.5, mark('T值≤-1.0', is.quantity, 'T值≤-2.5', '诊断界值错误，应为≤-2.5。')),
  ]),
  disputed('fc-031', 4, [
    erroneous(
      zhou,
      3,
      3,
      11.4,
      mark(
        '发病9小时以内',
        is.time,
        '发病4.5小时以内',
        '仅凭普通CT筛选时，阿替普酶的标准时间窗是4.5小时；延长时间窗需要多模态影像。',
      ),
    ),
    erroneous(chen, 3, 3, 12.8, mark('9小时', is.time, '4.5小时', '静脉溶栓时间窗为4.5小时，9小时须有灌注影像支持。')),
    erroneous(
      tan,
      4,
      2,
      14.1,
      mark('约占我国全部卒中的七到八成', is.quantity, '约占我国全部卒中的九成', '印象中缺血性卒中的比例更高。'),
      '全文较长，只对这个比例拿不准。',
    ),
  ]),
  disputed('fc-038', 4, [
    erroneous(
      lin,
      1,
      3,
      1.9,
      mark('严重低钾血症', is.term, '严重高钾血症', '血钾6.8 mmol/L伴向上箭头，应为高钾血症，术语写反。'),
    ),
    erroneous(asante, 2, 3, 1.6, mark('低钾血症', is.term, '高钾血症', '血钾升高，后续处理也都是针对高钾血症。')),
    erroneous(wu, 2, 3, 2.4, mark('严重低钾血症', is.logic, '严重高钾血症', '结论与同一报告中的数值自相矛盾。')),
  ]),
]
