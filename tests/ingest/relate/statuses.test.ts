import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { statusesOf } from '../../../ingest/relate/statuses.ts'
import { linkedOf } from '../marked.ts'

const stages = (marked: string) => {
  const article = linkedOf(marked)
  return statusesOf(sceneOf(article)).map((s) =>
    `${article.entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`.trim(),
  )
}

describe('the stage of a project', () => {
  it.each([
    ['[江北大桥|Project]5月12日正式通车。', ['江北大桥 in_operation 5月12日']],
    ['[云帆大厦|Project]、[远航大厦|Project]主体封顶。', ['云帆大厦 topped_out', '远航大厦 topped_out']],
    ['[临江区|Place]正加快建设[云帆产业园|Park]。', ['云帆产业园 under_construction']],
    ['[江北大桥|Project]去年6月签约、8月开工。', ['江北大桥 signed 去年6月', '江北大桥 started 8月']],
    [
      '今年新落地[甲光科技|Company]、[乙芯科技|Company]等企业。',
      ['甲光科技 landed 今年', '乙芯科技 landed 今年'],
    ],
    ['[智能车灯基地|Project]落户[南岗科技园|Park]。', ['智能车灯基地 landed']],
    ['[云帆产业园|Park]将于明年建成投用。', ['云帆产业园 planned 明年']],
    ['[零碳计划展示中心|Project]投入使用。', ['零碳计划展示中心 in_operation']],
    ['[江北大桥|Project]竣工通车。', ['江北大桥 in_operation']],
    // none: what will follow, what it shall become, teams and ceremonies
    ['[江北大桥|Project]建成后将缩短车程。', []],
    ['[临江新区|Park]要把自己建成世界一流新区。', []],
    ['[江北大桥|Project]施工队进场。', []],
    ['[临江新区|Park]26个项目集中签约。', []],
    ['[临江新区|Park]启动实施人才改革,开工建设24所学校。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})
