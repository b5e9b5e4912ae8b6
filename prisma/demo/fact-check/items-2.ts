/** Texts fc-011 to fc-020. */
import { medfact as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { fact, from } from './fact'

export const items2: DemoItem[] = [
  fact({
    id: 'fc-011',
    specialty: 'pharmacology',
    style: 'encyclopaedia',
    difficulty: 3,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted('美国细菌学家', is.fact, '英国细菌学家'),
    text: `青霉素是第一种广泛用于临床的抗生素。1928年，美国细菌学家亚历山大·弗莱明在伦敦圣玛丽医院发现，一只被霉菌污染的培养皿中，霉菌周围的葡萄球菌停止了生长。1940年前后，弗洛里和钱恩领导的牛津小组完成了青霉素的提纯和动物实验，使它真正成为药物。青霉素属于β-内酰胺类，通过抑制细菌细胞壁肽聚糖的合成而杀菌。使用前应询问过敏史，并按规定进行皮肤试验。`,
  }),
  fact({
    id: 'fc-012',
    specialty: 'cardiology',
    style: 'encyclopaedia',
    difficulty: 3,
    source: from.handbook,
    model: 'human',
    reference: sound,
    text: `高血压的诊断：在未使用降压药物的情况下，非同日3次测量诊室血压，收缩压≥140 mmHg和（或）舒张压≥90 mmHg，可诊断为高血压。收缩压≥140 mmHg而舒张压＜90 mmHg者，为单纯收缩期高血压。家庭自测血压的诊断界值为135/85 mmHg，24小时动态血压平均值的诊断界值为130/80 mmHg。诊室血压升高而诊室外血压正常者，称为白大衣高血压；诊室血压正常而诊室外血压升高者，称为隐蔽性高血压。`,
  }),
  fact({
    id: 'fc-013',
    specialty: 'respiratory',
    style: 'popular-science',
    difficulty: 3,
    source: from.column,
    model: 'cedar-med-14b',
    reference: planted('低于80%', is.quantity, '低于70%（＜0.70）'),
    text: `老张抽了四十年烟，这两年上三楼都要歇两次，早上总要咳一阵白痰。他以为是"年纪大了"，直到体检时吹了一次肺功能。

慢阻肺的诊断离不开这一"吹"：吸入支气管舒张剂之后，第一秒用力呼气容积占用力肺活量的比值（FEV₁/FVC）低于80%，就说明存在持续的气流受限。胸片和CT能帮助排除其他疾病，但不能代替肺功能。

确诊之后，最有效的一件事是戒烟，什么时候戒都不晚。其次是规律使用吸入药物，每次就诊都请护士看一看吸入的手法对不对。流感疫苗、肺炎球菌疫苗和肺康复训练，也都有明确的好处。`,
  }),
  fact({
    id: 'fc-014',
    specialty: 'pharmacology',
    style: 'popular-science',
    difficulty: 1,
    source: from.column,
    model: 'human',
    reference: sound,
    text: `服用华法林期间，绿叶蔬菜不用忌口，但每天吃的量要大致稳定：维生素K会减弱华法林的抗凝作用。如需改变饮食习惯，应复查INR。`,
  }),
  fact({
    id: 'fc-015',
    specialty: 'internal-medicine',
    style: 'rumour-rebuttal',
    difficulty: 4,
    source: from.rumour,
    model: 'aurora-chat-72b',
    reference: sound,
    text: `【传言】上图中的这张化验单说明，每天一个蛋黄会让胆固醇"爆表"。

【核查】证据不足。血液中的胆固醇大部分由肝脏合成，膳食胆固醇的影响因人而异。对多数健康人来说，每天吃一个全蛋，不会明显增加心血管病的风险。但如图所示的情况应当另当别论，具体请参见下表中的分层建议。`,
  }),
  fact({
    id: 'fc-016',
    specialty: 'endocrinology',
    style: 'consultation',
    difficulty: 4,
    source: from.consultation,
    model: 'human',
    reference: sound,
    text: `患者提问：我得1型糖尿病6年了，昨天吃坏了肚子，一天吐了4次，什么都吃不下，今天的胰岛素是不是先不打了？现在指尖血糖15.8 mmol/L😣

医生回复：基础胰岛素不能停！⚠️ 生病时身体处于应激状态，即使吃得少，血糖也常常升高，停掉胰岛素很容易诱发糖尿病酮症酸中毒。请您现在做三件事：
① 测血酮或尿酮，之后每2～4小时测一次血糖和酮体；
② 小口多次补水，避免脱水；
③ 基础胰岛素照常注射，餐时胰岛素根据血糖和进食情况调整。
如果血酮≥3.0 mmol/L，或者持续呕吐、腹痛、呼吸深快、精神变差，请立即去急诊🚑，不要等。`,
  }),
  fact({
    id: 'fc-017',
    specialty: 'endocrinology',
    style: 'encyclopaedia',
    difficulty: 1,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted('甲状腺功能亢进症', is.term, '甲状腺功能减退症'),
    text: `桥本甲状腺炎又称慢性淋巴细胞性甲状腺炎，是一种自身免疫性甲状腺疾病，多见于中年女性，血清甲状腺过氧化物酶抗体常明显升高。病程后期，甲状腺滤泡逐渐被破坏，患者可出现畏寒、乏力、便秘、皮肤干燥、体重增加等表现，实验室检查见TSH升高、FT4降低，此即甲状腺功能亢进症，需要用左甲状腺素长期替代治疗。`,
  }),
  fact({
    id: 'fc-018',
    specialty: 'radiology',
    style: 'rumour-rebuttal',
    difficulty: 2,
    source: from.rumour,
    model: 'aurora-chat-72b',
    reference: planted('磁共振检查同样有电离辐射，只是剂量比CT小', is.concept, '磁共振检查没有电离辐射'),
    text: `【传言】一年做两次CT，人就"废了"。

【核查】夸大。CT使用X射线，确实有电离辐射，一次胸部低剂量CT的有效剂量通常只有1～2 mSv左右，而每人每年接受的天然本底辐射平均约为2.4 mSv。磁共振检查同样有电离辐射，只是剂量比CT小；超声则完全没有电离辐射。医生开检查单时遵循的是"正当化"和"最优化"原则：需要做的不犹豫，可做可不做的不做。孕妇和儿童尤其应当权衡。`,
  }),
  fact({
    id: 'fc-019',
    specialty: 'paediatrics',
    style: 'popular-science',
    difficulty: 2,
    source: from.column,
    model: 'human',
    reference: sound,
    text: `阿司匹林也能退烧，为什么医生不给孩子用？因为儿童和青少年在患流感、水痘等病毒感染期间服用阿司匹林，有可能发生瑞氏综合征。这种病虽然罕见，却来势凶猛：急性脑病合并肝脏脂肪变性，死亡率高。所以给孩子退热，应选对乙酰氨基酚（2月龄以上）或布洛芬（6月龄以上）。只有川崎病等少数情况，才会在专科医生指导下给孩子使用阿司匹林。`,
  }),
  fact({
    id: 'fc-020',
    specialty: 'orthopaedics',
    style: 'encyclopaedia',
    difficulty: 3,
    source: from.encyclopaedia,
    model: 'cedar-med-14b',
    reference: planted('T值≤-1.0', is.quantity, 'T值≤-2.5'),
    text: `骨质疏松症是以骨量低下、骨微结构破坏、骨脆性增加为特征的全身性骨病。双能X线吸收检测法（DXA）是骨密度测量的常用方法，绝经后女性和50岁及以上男性，腰椎、股骨颈或全髋部骨密度T值≤-1.0即可诊断为骨质疏松症；儿童、绝经前女性和50岁以下男性，应使用Z值判断。髋部或椎体发生脆性骨折者，不依赖骨密度测定，临床上即可诊断。`,
  }),
]
