/** What a task's boards and submissions show of its scores, by its code. A new task adds its line here. */

export type TaskContest = {
  /** What the error browser offers, in its order: kinds of outcomes (a character each) by the name of a message. Empty: all. */
  kinds: Readonly<Record<string, string>>
  /** Kinds that stand for an item without a prediction. */
  missing: string
  /** The plots' axes and, where there is one, the mark's size: names of measures. `code` is part of a message's key. */
  plots: readonly { code: string; x: string; y: string; z?: string }[]
  /** Measures that groups of items are compared in, the most telling first. */
  heat: readonly string[]
  /** Whether what was said is either of two things, so that a table of two by two says it all. */
  twoByTwo: boolean
  /** Lines of a predictions file. */
  example: string
}

const ofTallies = { kinds: { wrong: 'w', missing: 'm', undecided: 'u', right: 'r', all: '' }, missing: 'm', twoByTwo: false } as const

const contests = {
  'error-spans': {
    kinds: { elsewhere: '3', overCriticised: '1b', missed: '2c', right: '04', all: '' },
    missing: 'abcde',
    plots: [
      { code: 'precisionRecall', x: 'veracity.recall', y: 'veracity.precision', z: 'overCriticism' },
      { code: 'localisation', x: 'veracity.f1', y: 'localisation.f1' },
    ],
    heat: ['localisation.recall', 'veracity.recall', 'localisation.f1', 'veracity.f1', 'veracity.accuracy'],
    twoByTwo: true,
    example: '{"id": "case-17", "veracity": "erroneous", "spans": [{"start": 14, "end": 21}]}\n{"id": "case-18", "veracity": "erroneous", "spans": [{"quote": "500 mg"}]}\n{"id": "case-19", "veracity": "correct", "spans": []}',
  },
  'rubric-scoring': {
    ...ofTallies,
    plots: [
      { code: 'safetyProficiency', x: 'pairwise.proficiency', y: 'pairwise.safety' },
      { code: 'veto', x: 'veto.recall', y: 'veto.precision' },
    ],
    heat: ['pairwise.overall', 'pointwise.overall', 'pairwise.safety', 'pairwise.proficiency', 'pairwise.excellence', 'veto.f1', 'healthBench.score', 'meta.f1'],
    example:
      '{"id": "case-17", "scores": {"r1": 0.82, "r2": -1.4}}\n{"id": "case-18", "scores": {"r1": 0.3, "r2": 0.6}, "criteria": {"r1": {"c1": 0.9}, "r2": {"c1": 0.2}}, "threshold": 0.5}\n{"id": "case-19", "met": {"r1": {"c1": true, "c2": false}, "r2": {"c1": "partly", "c2": "violated"}}}',
  },
  preference: {
    ...ofTallies,
    plots: [{ code: 'ties', x: 'pairwise.overall', y: 'pairwise.withTies' }],
    heat: ['pairwise.overall', 'pairwise.withTies'],
    example: '{"id": "case-17", "scores": {"a": 0.82, "b": -1.4}}\n{"id": "case-18", "scores": {"a": 0.3, "b": 0.6}, "axes": {"safety": {"a": 0.9, "b": 0.2}}}',
  },
} as const satisfies Record<string, TaskContest>

export function taskContest(task: string): TaskContest {
  if (!Object.hasOwn(contests, task)) throw new Error(`systems are not scored on ${task}`)
  return contests[task as keyof typeof contests]
}
