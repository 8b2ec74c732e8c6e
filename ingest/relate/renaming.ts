import type { ArticleEntity } from '../../model/article.ts'
import { plainOf } from '../link/forms.ts'

/** Names that an article tells for what it calls by a number or a level alone: each goes to one thing. */
export class Renaming {
  readonly #taken: Set<string>

  constructor(entities: readonly ArticleEntity[]) {
    this.#taken = new Set(entities.flatMap((e) => [e.name, ...e.aliases].map(plainOf)))
  }

  /** The entity under its full name, with why among its reasons; as it is where there is none, or something else goes by it. */
  called(e: ArticleEntity, name: string | undefined, why: '所属' | '上文所指'): ArticleEntity {
    if (!name || this.#taken.has(plainOf(name))) return e
    this.#taken.add(plainOf(name))
    return {
      ...e,
      name,
      aliases: [...new Set([...e.aliases, name])].sort(),
      reasons: [...e.reasons, `${e.name} → ${name}(${why})`],
    }
  }
}
