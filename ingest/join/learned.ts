/** The trees that `npm run train -- --only joins` wrote. */
import type { Linked, Recognized } from '../../model/article.ts'
import { link } from '../link/link.ts'
import { join, joinsOf } from './join.ts'
import file from './weights.json' with { type: 'json' }

const joins = joinsOf(file)

/** Mentions linked by the rules, then joined by what was learned. */
export const linkLearned = (article: Recognized): Linked => join(link(article), joins)
