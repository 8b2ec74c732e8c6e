/** The trees that `npm run train -- --only joins` wrote. */
import type { Linked, Recognized } from '../../model/article.ts'
import { unzipped } from '../learned/zipped.ts'
import { link } from '../link/link.ts'
import { type JoinsFile, join, joinsOf } from './join.ts'

const joins = joinsOf(unzipped<JoinsFile>(new URL('weights.json.gz', import.meta.url)))

/** Mentions linked by the rules, then joined by what was learned. */
export const linkLearned = (article: Recognized): Linked => join(link(article), joins)
