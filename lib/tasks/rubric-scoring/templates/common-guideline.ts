/** How every rubric is judged, whatever its scale. */
export const commonGuideline = {
  en: `## What to judge

Judge each criterion of each response on its own: only what the criterion says, only what the response says. You do not know whose responses they are, and your order of them is yours alone.`,
  'zh-CN': `## 判断什么

逐条判断每个回答是否符合每条标准：只看标准所写、只看回答所写。您不知道回答出自谁，回答顺序也因人而异。`,
}
