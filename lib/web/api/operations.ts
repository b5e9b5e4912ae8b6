/** All that programs can do. What is not here has no address below /api/v1. */
import { batchOperations } from './batch-operations'
import { evaluationOperations } from './evaluation-operations'
import { itemOperations } from './item-operations'
import { jobOperations } from './job-operations'
import { licenceOperations } from './licence-operations'
import type { Operation } from './operation'
import { releaseOperations } from './release-operations'
import { studyOperations } from './study-operations'

export const operations: readonly Operation[] = [
  ...studyOperations,
  ...itemOperations,
  ...licenceOperations,
  ...batchOperations,
  ...jobOperations,
  ...releaseOperations,
  ...evaluationOperations,
]
