import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActivityResponse, NewResponse, TimelineResponse } from '../../model/api.ts'
import { type Desk, openDesk, openDeskOn } from './desk.ts'

interface Hooks {
  __quanmai?: {
    ready: boolean
    nodeAt(id: string): { x: number; y: number }
    stage: { scene: { nodes(): string[] } }
  }
}

describe('time and the first minute', () => {
  let desk: Desk
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)
  const drawn = () => desk.page.waitForFunction(() => (window as Hooks).__quanmai?.ready === true)
  const period = async () => (await at('period').textContent()) ?? ''

  beforeAll(async () => {
    desk = await openDesk()
  }, 180_000)
  afterAll(() => desk?.close())

  it('is folded until it is asked for', async () => {
    await desk.open('view=explore')
    await drawn()
    expect(await at('timeline').count()).toBe(0)
    await at('time-open').click()
    await at('brush').waitFor()
    expect((await at('timeline').boundingBox())!.height).toBe(56)
    const { published } = await desk.get<TimelineResponse>('/api/timeline')
    expect(published.length).toBeGreaterThan(1)
    expect(await period()).toBe('拖动选一段时间')
    // the picture makes room for it
    await desk.page.waitForFunction(() => {
      const { nodeAt, stage } = (window as unknown as Hooks).__quanmai!
      const taken = ['legend', 'timeline'].map((id) =>
        document.querySelector(`[data-testid=${id}]`)!.getBoundingClientRect(),
      )
      return stage.scene.nodes().every((id) => {
        const { x, y } = nodeAt(id)
        return taken.every((box) => x < box.left || x > box.right || y < box.top || y > box.bottom)
      })
    })
  })

  it('has both times to choose from on a tablet', async () => {
    await desk.page.setViewportSize({ width: 1024, height: 768 })
    await at('time-spoken').click()
    expect(await at('time-spoken').getAttribute('aria-pressed')).toBe('true')
    await desk.shot('time-tablet')
    await at('time-published').click()
    await desk.page.setViewportSize({ width: 1440, height: 900 })
  })

  it('leaves out of the graph what lies outside of what is brushed, and keeps it in the address', async () => {
    const box = (await at('brush').boundingBox())!
    await desk.page.mouse.move(box.x + box.width * 0.7, box.y + 10)
    await desk.page.mouse.down()
    await desk.page.mouse.move(box.x + box.width - 2, box.y + 10, { steps: 4 })
    await desk.page.mouse.up()
    await desk.page.waitForFunction(() => {
      const m = /图上 (\d+) \/ (\d+) 个/.exec(
        document.querySelector('[data-testid=period]')?.textContent ?? '',
      )
      return m !== null && Number(m[1]) < Number(m[2])
    })
    const [, from, to, inside] = /(\d{4}-\d\d) – (\d{4}-\d\d) · 图上 (\d+)/.exec(await period())!
    expect(decodeURIComponent(desk.page.url())).toContain(`time=published:${from}:${to}`)
    const ids = await desk.page.evaluate(() =>
      (
        window as unknown as { __quanmai: { stage: { scene: { nodes(): string[] } } } }
      ).__quanmai.stage.scene.nodes(),
    )
    const { times, nodes } = await desk.post<ActivityResponse>('/api/activity', { ids })
    const lies = (time: string) =>
      time.slice(0, 7) <= to! && (time.length === 4 ? `${time}-12` : time.slice(0, 7)) >= from!
    expect(nodes.filter(([, published]) => published.some((i) => lies(times[i]!))).length).toBe(
      Number(inside),
    )
    await desk.shot('time-brush')
  })

  it('takes the period back and brings it again', async () => {
    const said = (await period()).split(' · ')[0]!
    await at('time-clear').click()
    await at('period').filter({ hasText: '拖动选一段时间' }).waitFor()
    await desk.page.keyboard.press('Control+z')
    await at('period').filter({ hasText: said }).waitFor()
    // the drag is one step, however far it went
    await desk.page.keyboard.press('Control+z')
    await at('period').filter({ hasText: '拖动选一段时间' }).waitFor()
    await desk.page.keyboard.press('Control+Shift+Z')
    await at('period').filter({ hasText: said }).waitFor()
  })

  it('moves an edge by keyboard', async () => {
    const before = await at('edge-from').getAttribute('aria-valuenow')
    await at('edge-from').focus()
    await desk.page.keyboard.press('ArrowLeft')
    expect(Number(await at('edge-from').getAttribute('aria-valuenow'))).toBe(Number(before) - 1)
  })

  it('shows the same from its address', async () => {
    const said = (await period()).split(' · ')[0]
    await desk.page.reload()
    await at('brush').waitFor()
    expect((await period()).split(' · ')[0]).toBe(said)
  })

  it('plays on, and stops', async () => {
    await at('time-clear').click()
    await at('play').click()
    const first = await period()
    await desk.page.waitForFunction(
      (text) => document.querySelector('[data-testid=period]')?.textContent?.split(' · ')[0] !== text,
      first.split(' · ')[0],
    )
    await at('play').click()
    expect(await at('play').getAttribute('aria-label')).toBe('播放')
  })

  it('counts by the time that is spoken of too', async () => {
    await at('time-spoken').click()
    const { spoken } = await desk.get<TimelineResponse>('/api/timeline')
    expect(await at('brush').count()).toBe(spoken.length > 0 ? 1 : 0)
    await at('time-published').click()
  })

  it('tells what is new since a date', async () => {
    await at('since-open').click()
    await at('new-since').waitFor()
    const { published } = await desk.get<TimelineResponse>('/api/timeline')
    const day = published.map(({ time }) => time).filter((time) => time.length === 10)[0]!
    await at('since-date').fill(day)
    const fresh = await desk.get<NewResponse>(`/api/new?since=${day}`)
    await desk.page.getByText(`新文章 · ${fresh.articleTotal}`).waitFor()
    await desk.shot('time-new')
    await at('since-open').focus()
    await desk.page.keyboard.press('Escape')
    await at('new-since').waitFor({ state: 'detached' })
    await at('since-open').click()
    await at('since-date').fill(day)
    await at('new-entity').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await at('new-article').first().click()
    await at('reader').waitFor()
  })

  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)('has nothing serious to stumble on in %s, %s', async (lang, theme) => {
    await desk.open('view=explore&time=published:2020-01:2024-12', { lang, theme })
    await drawn()
    await at('brush').waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot(`time-${lang}-${theme}`)
  })

  it('leads a first visit, step by step, and never again', async () => {
    await desk.page.goto('about:blank')
    await desk.page.goto(`${desk.address}/#view=settings`)
    await at('rail-explore').waitFor()
    await desk.page.evaluate(() => localStorage.clear())
    // the desk's own note that the guide was seen is written at every start
    await desk.page.context().addInitScript(() => {
      if (location.protocol !== 'about:' && sessionStorage.getItem('first') === 'yes')
        localStorage.removeItem('guided')
    })
    await desk.page.evaluate(() => sessionStorage.setItem('first', 'yes'))
    await desk.page.goto('about:blank')
    await desk.page.goto(`${desk.address}/`)
    await at('guide').waitFor()
    await desk.shot('guide')
    await at('guide-try').click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await at('guide-next').click()
    await at('guide-try').click()
    await at('lanes').waitFor()
    await at('guide-next').click()
    await at('guide-try').click()
    await at('article').first().waitFor()
    await at('guide-next').click()
    await at('guide-next').click()
    await at('guide').waitFor({ state: 'detached' })
    await desk.page.evaluate(() => sessionStorage.removeItem('first'))
    await desk.page.goto('about:blank')
    await desk.page.goto(`${desk.address}/`)
    await at('rail-explore').waitFor()
    expect(await at('guide').count()).toBe(0)
  })

  it('wrote nothing to the console that is an error', () => {
    expect(desk.errors).toEqual([])
  })
})

describe('articles without a date', () => {
  let desk: Desk
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)

  beforeAll(async () => {
    const text = '青石产业园围绕“东强”战略建设云帆电池项目,2019年开工,预计2031年投产。'
    desk = await openDeskOn({
      'a.txt': `青石产业园开工\n2024-05-06\n${text}`,
      'b.txt': `青石产业园再提速\n${text}园区负责人说,进度很快。`,
    })
  }, 180_000)
  afterAll(() => desk?.close())

  it('are counted beside the timeline of when articles were published, and of no year that they speak of', async () => {
    await desk.open('view=explore')
    await at('time-open').click()
    await at('time-end').waitFor()
    expect(await at('time-end').textContent()).toBe('2024-05 · 1 篇无日期')
    await desk.shot('time-undated')
    await at('time-spoken').click()
    await at('time-end').filter({ hasNotText: '无日期' }).waitFor()
  })

  it('say so in the list', async () => {
    await desk.open('view=read')
    await at('article').filter({ hasText: '再提速' }).filter({ hasText: '日期不详' }).waitFor()
  })
})
