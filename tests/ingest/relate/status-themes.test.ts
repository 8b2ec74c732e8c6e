import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { Themes } from '../../../ingest/relate/statuses/themes.ts'
import { STAGE_NAMES } from '../../../ingest/relate/statuses/wordings.ts'
import { linkedOf } from '../marked.ts'

const stagesOf = (bits: number) => STAGE_NAMES.filter((_, k) => (bits >> k) & 1)

function themesOf(marked: string) {
  const scene = sceneOf(linkedOf(marked))
  const readings = [...readingsOf(scene)]
  const themes = new Themes(scene, readings)
  const clauses = readings.flatMap((reading) => reading.clauses)
  const round = (words: string) =>
    themes.of(clauses.find(({ start, end }) => scene.article.text.slice(start, end).includes(words))!)
  return { themes, round }
}

describe('what is spoken of round a clause', () => {
  const { themes, round } = themesOf(
    '临江区12个项目集中签约。看清单,[云帆基地|Project]、[远航大厦|Project]都在其列。[江北大桥|Project]已经开工,年底完工。',
  )

  it('a list that says no stage stands behind a sentence that says one', () => {
    const { own, earlier, away, before } = round('都在其列')
    expect([own, before]).toEqual([0, 0])
    expect([stagesOf(earlier), away]).toEqual([['signed'], 1])
  })

  it('a clause says its own stage, and another follows', () => {
    const { own, after } = round('已经开工')
    expect([stagesOf(own), stagesOf(after)]).toEqual([['started'], ['completed']])
    expect([stagesOf(round('年底完工').before), round('年底完工').back]).toEqual([['started'], 1])
  })

  it('of all clauses with a stage each has its share', () => {
    expect(themes.shares[STAGE_NAMES.indexOf('completed')]).toBeCloseTo(1 / 3)
    expect(themes.shares[STAGE_NAMES.indexOf('landed')]).toBe(0)
  })

  it('words inside a name speak of none', () => {
    expect(stagesOf(themesOf('[项目签约中心|Project]去年开工。').round('开工').own)).toEqual(['started'])
  })
})
