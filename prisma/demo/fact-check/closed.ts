/** Items of the Chinese study that have a verdict: eight by consensus, five from the bench. */
import { medfact as is } from '../error-types'
import { adjudicated, agreed, correct, erroneous, mark, type ToldScript } from '../telling'
import { asante, chen, gu, he, liang, lin, okafor, tan, wu, zhou } from '../who'

const metformin = '主要通过刺激胰岛β细胞分泌胰岛素来降低血糖'

export const closed: ToldScript[] = [
  agreed('fc-001', 8, [
    erroneous(
      lin,
      2,
      3,
      2.4,
      mark(
        metformin,
        is.concept,
        '主要通过抑制肝糖输出、改善外周组织胰岛素敏感性来降低血糖',
        '促泌是磺脲类、格列奈类的机制；二甲双胍不刺激胰岛素分泌，这也与后文"很少引起低血糖"相符。',
      ),
    ),
    erroneous(
      chen,
      2,
      3,
      3.1,
      mark(
        metformin,
        is.concept,
        '主要通过减少肝脏葡萄糖输出来降低血糖',
        '二甲双胍的主要作用部位在肝脏，并可改善胰岛素抵抗，并非促泌剂。',
      ),
    ),
    erroneous(
      wu,
      2,
      3,
      1.9,
      mark(
        metformin,
        is.concept,
        '主要通过抑制肝糖输出、改善外周组织胰岛素敏感性来降低血糖',
        '作用机制错误，描述的是磺脲类药物。',
        '二甲双胍说明书【药理毒理】',
      ),
    ),
  ]),
  agreed('fc-002', 8, [
    correct(lin, 2, 3, 3.6),
    correct(he, 3, 2, 4.8),
    correct(asante, 2, 3, 3.3, '急性期"三选一"的表述已经改得比较稳妥。'),
  ]),
  adjudicated(
    'fc-003',
    8,
    [
      erroneous(
        chen,
        2,
        3,
        2.8,
        mark(
          '至少间隔2小时',
          is.time,
          '至少间隔4～6小时',
          '对乙酰氨基酚两次用药间隔应为4～6小时，间隔2小时有蓄积和肝损害的风险。',
        ),
      ),
      erroneous(
        he,
        2,
        3,
        3.9,
        mark('至少间隔2小时', is.time, '至少间隔4小时', '间隔过短，与后文24小时不超过4次也不协调。'),
      ),
      erroneous(
        wu,
        2,
        3,
        2.2,
        mark(
          '2小时',
          is.quantity,
          '4～6小时',
          '给药间隔是用法用量的一部分，此处数值错误。',
          '对乙酰氨基酚混悬滴剂说明书【用法用量】',
        ),
      ),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: chen },
      rationale:
        '三位都指出给药间隔错误，结论一致。分歧在于：说明书把"间隔"归时间错误，把"给药次数"归数量错误，而给药间隔两头都沾。此处取时间；标注范围取能够独立替换的"至少间隔2小时"。建议在下一版分类中写明它的归属。',
      cause: 'taxonomy-gap',
      activeMinutes: 4.5,
      daysAgo: 6,
    },
  ),
  agreed('fc-005', 8, [
    erroneous(wu, 2, 3, 1.7, mark('革兰阳性菌', is.concept, '革兰阴性菌', '幽门螺杆菌为革兰阴性、微需氧菌。')),
    erroneous(tan, 2, 3, 2.6, mark('革兰阳性菌', is.concept, '革兰阴性菌', '染色性质写反，幽门螺杆菌革兰染色阴性。')),
    erroneous(
      zhou,
      2,
      3,
      2.0,
      mark('革兰阳性菌', is.concept, '革兰阴性菌', '应为革兰阴性，其余形态、尿素酶等描述无误。'),
    ),
  ]),
  agreed('fc-006', 8, [correct(chen, 1, 3, 1.8), correct(tan, 1, 3, 1.5), correct(zhou, 1, 3, 2.2)]),
  adjudicated(
    'fc-007',
    7,
    [
      erroneous(
        lin,
        4,
        3,
        4.4,
        mark('1995年', is.fact, '2005年', '马歇尔与沃伦获奖是在2005年。', '诺贝尔奖官方网站，2005年生理学或医学奖'),
      ),
      erroneous(zhou, 4, 2, 5.2, mark('1995年', is.time, '2005年', '获奖年份错误，应为2005年。')),
      erroneous(tan, 3, 3, 3.0, mark('1995年', is.fact, '2005年', '2005年获奖；自身试验在1984年，无误。')),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: lin },
      rationale:
        '位置、更正一致，分歧只在类型。年份属于科学史实，按定义中"医学以外的事实（地理、历史……）"归入常识性事实错误；时间错误应留给病程、时间窗、间隔这类影响诊疗的时间。说明书中"选更具体的一类"在此处不够明确，建议补充例子。',
      cause: 'ambiguous-guideline',
      activeMinutes: 3.8,
      daysAgo: 5,
    },
  ),
  agreed('fc-010', 7, [
    erroneous(
      chen,
      2,
      3,
      2.3,
      mark(
        '约2分钟',
        is.time,
        '约15分钟',
        '暴露后伤口应以肥皂水和流动清水交替冲洗约15分钟，2分钟不足以清除病毒。',
        '狂犬病暴露预防处置工作规范',
      ),
    ),
    erroneous(he, 2, 3, 2.7, mark('约2分钟', is.time, '约15分钟', '冲洗时间过短，应约15分钟。')),
    erroneous(asante, 2, 3, 3.5, mark('约2分钟', is.time, '约15分钟', '世界卫生组织与国内规范均要求约15分钟。')),
  ]),
  adjudicated(
    'fc-012',
    7,
    [
      correct(chen, 3, 3, 3.7, '数值逐一核对过，与国内现行指南一致。'),
      erroneous(
        wu,
        3,
        2,
        5.9,
        mark(
          '收缩压≥140 mmHg和（或）舒张压≥90 mmHg',
          is.time,
          '收缩压≥130 mmHg和（或）舒张压≥80 mmHg',
          '近年已有指南把诊断界值下调到130/80 mmHg，文中仍用旧标准。',
          '2017 ACC/AHA 高血压指南',
        ),
      ),
      correct(tan, 3, 3, 3.2),
    ],
    {
      adjudicator: okafor,
      decision: { kind: 'own', veracity: 'correct', spans: [] },
      rationale:
        '界值因指南而异：美国2017年指南用130/80 mmHg，中国与欧洲的现行指南诊断界值仍为140/90 mmHg。本研究说明书规定，只要符合任一现行权威指南即为无误，因此判为无误。读者的异议在临床上并非没有道理。',
      cause: 'genuine-clinical-disagreement',
      activeMinutes: 6.2,
      daysAgo: 4,
    },
  ),
  agreed('fc-014', 7, [correct(wu, 1, 3, 0.8), correct(chen, 1, 3, 0.9), correct(lin, 1, 3, 0.7)]),
  adjudicated(
    'fc-015',
    6,
    [
      correct(zhou, 3, 1, 4.1, '图和表都看不到，只能按文字判断。'),
      erroneous(
        chen,
        4,
        1,
        5.0,
        mark(
          '具体请参见下表中的分层建议',
          is.logic,
          '（应删去，文中没有表）',
          '正文没有表格，该句无所指，前后不能衔接。',
        ),
        '不确定这是否算"事实错误"。',
      ),
      correct(wu, 4, 2, 3.3),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'unusable' },
      rationale:
        '文本依赖一张图和一个表，导入时均已缺失，"如图所示的情况"无从判断，任何判定都是猜测。作为材料不可用，请管理员从后续发布中剔除。',
      cause: 'missing-context',
      activeMinutes: 2.9,
      daysAgo: 1,
    },
    {
      threads: [
        {
          reader: wu,
          messages: [
            {
              by: wu,
              text: '这篇提到"上图"和"下表"，但文本里都没有，是导入时丢了吗？还是就按文字判？',
              written: { daysAgo: 6, time: '10:12' },
            },
            {
              by: liang,
              text: '已核对，来源文件里本来就没有图表。请只按现有文字判断，并在备注里写明缺少上下文；需要的话由裁决人决定是否作废。',
              written: { daysAgo: 6, time: '10:40' },
            },
          ],
        },
      ],
    },
  ),
  agreed('fc-017', 6, [
    erroneous(
      lin,
      1,
      3,
      1.2,
      mark('甲状腺功能亢进症', is.term, '甲状腺功能减退症', 'TSH升高、FT4降低、畏寒便秘均为甲减，术语用反。'),
    ),
    erroneous(
      chen,
      1,
      3,
      1.6,
      mark('甲状腺功能亢进症', is.term, '甲状腺功能减退症（甲减）', '由表现和化验看应为甲减，且治疗用左甲状腺素。'),
    ),
    erroneous(he, 1, 3, 1.9, mark('甲状腺功能亢进症', is.term, '甲状腺功能减退症', '名称张冠李戴。')),
  ]),
  adjudicated(
    'fc-018',
    6,
    [
      correct(he, 2, 2, 2.5),
      erroneous(
        asante,
        2,
        3,
        2.1,
        mark(
          '磁共振检查同样有电离辐射，只是剂量比CT小',
          is.concept,
          '磁共振检查没有电离辐射',
          '磁共振利用磁场和射频脉冲，不产生电离辐射。',
        ),
      ),
      erroneous(
        lin,
        2,
        3,
        2.8,
        mark(
          '磁共振检查同样有电离辐射，只是剂量比CT小',
          is.concept,
          '磁共振检查利用磁场和射频脉冲成像，没有电离辐射',
          '成像原理错误。',
        ),
      ),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'took', reader: asante },
      rationale:
        '磁共振没有电离辐射，是确定的物理事实，不存在解释空间。前后文关于CT与超声的叙述均正确，判为无误者应系漏读这半句。',
      cause: 'oversight',
      activeMinutes: 2.2,
      daysAgo: 4,
    },
  ),
  agreed('fc-019', 6, [correct(zhou, 2, 3, 2.4), correct(wu, 2, 3, 2.9), correct(asante, 2, 3, 2.6)]),
]
