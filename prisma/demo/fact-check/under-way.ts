/** Items of the Chinese study at the bench, half read, or not begun; two drafts, one declined seat, three threads. */
import { medfact as is } from '../error-types'
import { correct, disputed, erroneous, mark, reading, untouched, type ToldScript } from '../telling'
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

export const begun: ToldScript[] = [
  reading('fc-009', 1, [correct(he, 2, 3, 2.1), correct(chen, 3, 2, 3.0)]),
  reading('fc-016', 1, [correct(lin, 3, 3, 2.6)], {
    drafts: [
      {
        reader: chen,
        veracity: 'erroneous',
        spans: [mark('血酮≥3.0 mmol/L', is.quantity, '', '界值待核对')],
        difficulty: 4,
        confidence: null,
        note: '血酮1.5还是3.0？先查一下再定。',
        activeMinutes: 4.3,
        saved: { minutesAgo: 22 },
      },
    ],
  }),
  reading('fc-021', 1, [
    correct(he, 2, 3, 1.8),
    erroneous(
      zhou,
      3,
      2,
      3.6,
      mark('0.4毫克或0.8毫克', is.quantity, '0.4毫克', '常规预防剂量应为0.4毫克，0.8毫克偏大。'),
    ),
  ]),
  reading(
    'fc-022',
    0,
    [
      erroneous(
        tan,
        3,
        3,
        3.9,
        mark('72小时内', is.time, '12小时内', '联合免疫应在出生后12小时内完成，越早越好，72小时阻断效果明显下降。'),
      ),
    ],
    {
      threads: [
        {
          reader: tan,
          messages: [
            {
              by: tan,
              text: '这类母婴阻断的题目，能否优先派给感染科或妇产科的老师？我能判断，但分级上拿不准是"普通医师可判断"还是"需专科医师判断"。',
              written: { minutesAgo: 95 },
            },
          ],
        },
      ],
    },
  ),
  reading('fc-025', 1, [
    erroneous(
      wu,
      2,
      3,
      1.8,
      mark(
        '布洛芬、双氯芬酸这一类抗生素',
        is.term,
        '布洛芬、双氯芬酸这一类非甾体抗炎药',
        '布洛芬、双氯芬酸属非甾体抗炎药，不是抗生素。',
      ),
    ),
    erroneous(
      zhou,
      1,
      3,
      2.3,
      mark(
        '布洛芬、双氯芬酸这一类抗生素',
        is.term,
        '布洛芬、双氯芬酸这一类非甾体抗炎药',
        '药物类别名称用错，恰与全文要澄清的混淆相同。',
      ),
    ),
  ]),
  reading('fc-026', 0, [
    erroneous(
      asante,
      5,
      3,
      6.7,
      mark(
        '《柳叶刀》',
        is.cite,
        '《新英格兰医学杂志》',
        '地塞米松结果的正式论文发表于《新英格兰医学杂志》。',
        'RECOVERY Collaborative Group. N Engl J Med 2021;384:693-704',
      ),
    ),
  ]),
  reading(
    'fc-029',
    0,
    [
      erroneous(
        zhou,
        1,
        3,
        1.4,
        mark('大细胞低色素性贫血', is.term, '小细胞低色素性贫血', '缺铁性贫血MCV降低，为小细胞低色素性。'),
      ),
    ],
    {
      drafts: [
        {
          reader: lin,
          veracity: 'erroneous',
          spans: [mark('大细胞', is.concept, '小细胞', '缺铁性贫血MCV降低')],
          difficulty: null,
          confidence: null,
          note: '',
          activeMinutes: 1.1,
          saved: { minutesAgo: 6 },
        },
      ],
    },
  ),
  reading('fc-030', 0, [correct(tan, 2, 3, 2.8)], {
    declines: [
      {
        reader: wu,
        reason: 'outside-my-competence',
        note: '外科急腹症的处置不在我的执业范围内，请转给外科或急诊。',
        declined: { minutesAgo: 130 },
      },
    ],
  }),
]

export const waiting: ToldScript[] = [
  'fc-023',
  'fc-024',
  'fc-027',
  'fc-028',
  'fc-032',
  'fc-033',
  'fc-034',
  'fc-035',
  'fc-036',
  'fc-037',
  'fc-039',
  'fc-040',
].map((item) => untouched(item))
