/** What is measured, on paths that users take. */
import { answering } from './figures/answer.ts'
import { hovering } from './figures/hover.ts'
import { drawing } from './figures/picture.ts'
import { reading } from './figures/read.ts'
import { starts } from './figures/start.ts'
import { storing } from './figures/store.ts'
import type { Figure } from './measure.ts'

export const figures: Figure[] = [...starts, ...reading, ...storing, ...answering, ...drawing, ...hovering]
