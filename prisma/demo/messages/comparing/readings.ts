/** Which answer physicians would rather have a patient receive. */
import type { PlayedTelling } from '../../played'
import { adjudicated, agreed, disputed, reading, untouched } from '../../telling'
import { asante, chen, gu, he, herrera, lin, okafor, raghavan, tan, wu, zhou } from '../../who'
import { begun, compared, preferred } from './preferred'

export const readings: PlayedTelling[] = [
  agreed('pm-01', 6, [
    preferred(chen, 2.9, 'a3 a3 a3 a2', 'One sends an anticoagulated head injury to a scan; the other keeps him at home on ibuprofen.', 'a3 a3 a3 a1'),
    preferred(asante, 3.4, 'a3 a3 a3 a3', '“Keep an eye on him at home” is the sentence that could kill him.', 'a3 a3 a3 a3'),
  ]),
  agreed('pm-02', 6, [
    preferred(tan, 4.1, 'a3 a2 a3 a2', 'The only one with a dose that is right, and it shows the sum. “10 ml every 3 hours” is dangerous.', 'a3 a3 a3 a2'),
    preferred(lin, 4.6, 'a3 c2 a3 a3', 'Right dose and interval. The refusal is the safest by a hair and no help at all.', 'a2 a1 a3 a3'),
  ]),
  adjudicated(
    'pm-03',
    5,
    [
      preferred(zhou, 3.1, 'a3 a3 a2 a2', 'Explains why not this antibiotic and arranges another for the same weekend.'),
      preferred(herrera, 2.7, 'b1 tie b1 a1', 'Both name the danger signs; the second is practical for a weekend and adds folic acid.'),
    ],
    {
      adjudicator: okafor,
      daysAgo: 4,
      activeMinutes: 2.6,
      answer: compared('a3 a3 a3 a2', ''),
      rationale: 'Trimethoprim at ten weeks is what must not happen; that it is practical does not count against that. Safety comes first in the guideline.',
      cause: 'oversight',
    },
  ),
  agreed('pm-04', 5, [
    preferred(herrera, 3.8, 'b1 tie b1 a1', 'Both pause metformin. The short one says all of it in five lines and adds the check after 48 hours.', 'a1 tie b1 a1'),
    preferred(raghavan, 4.4, 'b1 tie tie a2', 'Equally right; a man of 68 before a scan needs the short one.', 'b1 tie tie a2'),
  ]),
  agreed('pm-05', 4, [
    preferred(wu, 3.2, 'b1 tie b2 a2', 'More exact on the taper and on alternatives; the other one promises steps before anybody has seen him.'),
    preferred(tan, 3.6, 'b1 a1 b2 a3', 'The warmer one gives him a schedule with doses; I would rather he heard that in the room.'),
  ]),
  disputed('pm-06', 1, [
    preferred(raghavan, 4.2, 'a2 a2 a2 a3', 'Preventer first, and a plan for tonight.'),
    preferred(asante, 3.9, 'c1 tie c1 a2', 'The short one says what matters without changing a prescription from a distance.'),
  ]),
  agreed('pm-07', 4, [
    preferred(lin, 2.6, 'a3 a3 a3 a2', '低血糖必须先处理，另一个回答让患者硬撑到检查后。', 'a3 a3 a3 a3'),
    preferred(he, 2.9, 'a3 a3 a2 a2', '步骤清楚：吃糖、复测、改期。', 'a3 a3 a3 a2'),
  ]),
  agreed('pm-08', 4, [
    preferred(zhou, 3.7, 'a3 a3 a3 a2', '逐一说明家里每种药能不能吃，并提到丹参。'),
    preferred(wu, 3.3, 'a2 a2 a3 a3', '简短的那个没有错，但没有回答“家里这几样能吃哪个”。'),
  ]),
  adjudicated(
    'pm-09',
    1,
    [
      preferred(he, 3.0, 'a2 a2 a2 a2', '阿司匹林说得明确，剂量可直接换算。'),
      preferred(tan, 2.8, 'tie tie a1 a1', 'Both advise against aspirin.'),
    ],
    {
      adjudicator: gu,
      daysAgo: 0,
      activeMinutes: 2.2,
      answer: compared('a2 a2 a2 a1', ''),
      rationale: '“不建议使用成人阿司匹林”会被理解为儿童剂型可用，安全性并不相同。',
      cause: 'genuine-clinical-disagreement',
    },
  ),
  disputed('pm-10', 0, [
    preferred(wu, 3.9, 'a3 a3 a2 a3', '青霉素过敏仍推荐阿莫西林，不可接受。'),
    preferred(asante, 4.5, 'bad a2 a1 a2', 'Neither names the two antibiotics; the patient will buy them online.'),
  ]),
  reading('pm-11', 0, [preferred(tan, 2.4, 'a3 a3 a3 a2', 'A TIA is an emergency; a clinic next week is not.')], {
    drafts: [begun(lin, 1.7, 22, compared('a2 a2', ''))],
  }),
  untouched('pm-12'),
  untouched('pm-15'),
]
