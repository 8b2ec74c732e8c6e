/** Honours by the verb that confers them. */
import { gated } from '../lexicon/gated.ts'
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'

const VERB = gated(
  /(?:获评|入选|入围|荣获|荣膺|荣登|斩获|喜获|被列为|被列入|列入|被评为|评为|被授予|授予|被认定为|认定为|跻身|上榜|获批|创成|被命名为|被确定为|获得|摘得|捧回|被纳入|争创|(?<![引走送迈跨挤])进了|入列|获颁|荣升|升格为|升级为|(?:是|作为|成为)(?=(?:国家|全国|全省|我国|全市)首批|首批国家)|位居|位列|名列|分列|再登|登上|蝉联|获)(?:了|过)?(?:全国|国家)?/g,
)
/** Verbs that confer only what is said to be a title, a list or a prize. */
const WEAK =
  /^(?:争创|进了|入列|获得|获|列入|被列入|入围|上榜|获批|被纳入|跻身|斩获|位居|位列|名列|分列|再登|登上|蝉联|荣登)/
const TITLE =
  /(?:百强[\p{Script=Han}]{0,3}|\d+强[\p{Script=Han}]{0,4}|十强|示范[\p{Script=Han}]{0,6}|试点[\p{Script=Han}]{0,4}|先进[\p{Script=Han}]{0,4}|文明[\p{Script=Han}]{1,3}|[\p{Script=Han}]{0,4}称号|[一二三特]等奖|[金银铜]奖|[\p{Script=Han}]{1,8}奖|名城|名镇|名村|案例|方案|名单|榜单?|城市|园区|之乡|之都|基地|企业|品牌|事项|单位|景区|集群|项目|小巨人|冠军|孵化器|实验室|中心|场景|工厂|产品|标杆|典型村|村|镇|区|县|市|强镇|强村|强县)$/u

/** What goes on behind a quote inside a title. */
const ON =
  /^(?:[\p{Script=Han}]{0,6}?(?:企业|承载区|园区|城市|项目|平台|示范区|基地|榜单前[一二三四五六七八九十百]+|考核优秀)|竞争力[\p{Script=Han}]{2,8}?)(?=[，。；、,;\s]|$)/u

export function honorCandidates(view: View): Candidate[] {
  const { line, sentence } = view
  const out: Candidate[] = []
  for (const m of VERB.in(line)) {
    let at = m.index + m[0].replace(/(?:全国|国家)$/, '').length
    const weak = WEAK.test(m[0])
    // titles in quotes one after another, or one stretch up to the next mark
    for (let n = 0; n < 8; n++) {
      const rest = line.slice(at, at + 60)
      const quoted = /^(?:[\p{Script=Han}\d]{0,8})[“《]([^“”《》]{3,30})[”》]/u.exec(rest)
      const plain = /^[^，。；：,;“”《》\s、]{4,32}/u.exec(rest)
      const found = quoted ?? plain
      if (!found) break
      // 国家级专精特新“小巨人”企业: the title goes on behind the quote
      const on = quoted
        ? (ON.exec(line.slice(at + found[0].length, at + found[0].length + 16))?.[0] ?? '')
        : ''
      const whole = found[0] + on
      const end = at + whole.length
      const name = on ? { from: 0, text: whole } : trimmed(whole, quoted !== null)
      if (name && (!weak || TITLE.test(name.text.replace(/[”》]$/, ''))) && (quoted || TITLE.test(name.text)))
        out.push({
          start: sentence.start + at + name.from,
          end: sentence.start + at + name.from + name.text.length,
          type: 'Honor',
          confidence: quoted ? 0.96 : 0.9,
          rule: quoted ? 'honor:quoted' : 'honor:plain',
        })
      if (line[end] === '、') at = end + 1
      else if (/[“《]/.test(line[end] ?? '')) at = end
      else break
    }
  }
  return out
}

/** The title without 首批, …称号 and …名单. */
function trimmed(text: string, quoted: boolean): { from: number; text: string } | null {
  const lead = /^(?:为|成为|第[一二三四五六七八九十]批|新一批|了|一批|一项)+/.exec(text)?.[0].length ?? 0
  let body = text.slice(lead)
  if (!quoted) body = body.replace(/(?:荣誉称号|称号|名单|之一|榜单|行列|的称号|创建名单|创建)$/, '')
  const outside = quoted ? /^[“《]/.test(body) : false
  if (
    /[的了是在将把让]|等\d|一次|支持|好评|认可|肯定|点赞|融资|专利|授权|投资|资金|补助|订单|批准|许可|证书/.test(
      body,
    )
  )
    return null
  if (outside) return { from: lead + 1, text: body.slice(1, -1) }
  return body.length >= 4 ? { from: lead, text: body } : null
}
