/** Names that say whose they are: an owner in front, a phase behind, a district with its city. */
import type { Add } from './relations.ts'
import { between, type Scene } from './scene.ts'

export function namesThatTell(scene: Scene, add: Add): void {
  const { article } = scene
  for (const mentions of scene.bySentence) {
    for (const outer of mentions) {
      for (const inner of mentions) {
        if (
          inner === outer ||
          inner.entity === outer.entity ||
          inner.start < outer.start ||
          inner.end > outer.end ||
          inner.start - outer.start > 1
        )
          continue
        const rest = article.text.slice(inner.end, outer.end)
        if (/^[一二三四五]期/.test(rest))
          add(outer.entity, 'PART_OF', inner.entity, outer.sentence, 'name:phase', 0.95)
        else if (inner.type === 'Company' || inner.type === 'Institute')
          add(outer.entity, 'AFFILIATED_WITH', inner.entity, outer.sentence, 'name:owner', 0.85)
        else if (inner.type === 'Park')
          add(outer.entity, 'AFFILIATED_WITH', inner.entity, outer.sentence, 'name:park', 0.7)
      }
    }
    // A的B, A旗下的B; 中国信通院星火·链网超级节点 as two names side by side
    for (let i = 1; i < mentions.length; i++) {
      const [owner, owned] = [mentions[i - 1]!, mentions[i]!]
      const gap = between(scene, owner.end, owned.start)
      const owning = owner.type === 'Company' || owner.type === 'Institute'
      if (
        owning &&
        (owned.type === 'Project' || owned.type === 'Institute' || owned.type === 'Company') &&
        (gap === '' || /^(?:旗下|所属|下属)的?$/.test(gap))
      ) {
        add(owned.entity, 'AFFILIATED_WITH', owner.entity, owned.sentence, 'name:beside', 0.7)
      }
    }
  }
  districts(scene, add)
}

/** 济南市市中区: a district in its city; 彩石街道 after 历城区. */
function districts(scene: Scene, add: Add): void {
  const { entities, text } = scene.article
  const places = entities.filter((e) => e.type === 'Place')
  for (const place of places) {
    for (const form of place.aliases) {
      const city = places.find(
        (p) =>
          p !== place &&
          p.aliases.some(
            (alias) => alias.length >= 2 && form.startsWith(alias) && form.length - alias.length >= 2,
          ),
      )
      if (!city) continue
      const mention = place.mentions.map((m) => scene.article.mentions[m]!).find((m) => m.text === form)
      if (mention) add(place.index, 'LOCATED_IN', city.index, mention.sentence, 'name:district', 0.9)
    }
  }
  for (const mentions of scene.bySentence) {
    for (let i = 1; i < mentions.length; i++) {
      const [a, b] = [mentions[i - 1]!, mentions[i]!]
      if (a.type !== 'Place' || b.type !== 'Place' || a.end !== b.start) continue
      if (
        /[省市区县]$/.test(text.slice(a.start, a.end)) &&
        /[区县街道镇村社区]$/.test(text.slice(b.start, b.end))
      )
        add(b.entity, 'LOCATED_IN', a.entity, b.sentence, 'name:within', 0.9)
    }
  }
}
