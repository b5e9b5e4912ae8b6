/** How every rubric is written, whatever it counts. */
export const commonGuideline = {
  en: `## What to write

Write what a good answer to this very instruction has to do, so that another physician who reads an answer can say yes or no to each criterion without asking you.

- **One thing a criterion.** If an answer can do half of it, make it two.
- **Something that can be seen.** "Names the maximum daily dose", not "gives appropriate advice".
- **About this patient and this question.** What holds for every answer belongs to no rubric.
- **Say where it comes from.** A guideline, label or paper with its year, wherever there is one.

Where a draft is given, say of it as a whole: **pass** it if you would sign it as it is; **correct** what is wrong or missing; **reject** it if correcting is more work than writing anew.`,
  'zh-CN': `## 写什么

写出对这一指令的好回答必须做到什么，使另一位医生读到回答时，无须询问您就能对每条标准判断“是”或“否”。

- **一条只问一件事。** 如果一个回答可能只做到一半，请拆成两条。
- **写看得见的内容。** 写“说明每日最大剂量”，不写“给出恰当建议”。
- **针对这位患者、这个问题。** 对任何回答都成立的内容不属于细则。
- **注明依据。** 凡有指南、说明书或文献的，请写明名称与年份。

如果给出了草稿，请先对其整体表态：愿意原样签字即**通过**；有错误或遗漏则**修改**；修改比重写更费事则**驳回**。`,
}
