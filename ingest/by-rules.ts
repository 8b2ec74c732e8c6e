/** Reading with names and statements decided by the rules alone, for a run that is given it; by default what was learned decides. */
import { link } from './link/link.ts'
import { recognize } from './recognize/recognize.ts'
import { relateByRules } from './relate/relate.ts'
import type { Reader, Steps } from './steps.ts'

export const RULES: Steps = { recognize, link, relate: relateByRules }

export const rulesReader: Reader = { id: 'rules', ahead: 1, stepsFor: async () => RULES }
