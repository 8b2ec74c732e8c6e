/** Firms that go by several names, and branches by the place that they are for: 山东移动 and 中国移动通信集团山东有限公司. */
import { COMPANY_NAMES } from '../lexicon/companies.ts'
import { firstNames } from './called.ts'
import { coreOf, plainOf } from './forms.ts'
import { type DivisionPath, ownDivisionOf } from './places.ts'

const firms = firstNames(COMPANY_NAMES)
const LEGAL = '(?:集团)?(?:股份)?(?:有限(?:责任)?公司|公司)?'
const CARRIER = new RegExp(`^中国(移动|联通|电信|铁塔|邮政|联合网络通信)(?:通信)?${LEGAL}`, 'u')
const IN_FULL: ReadonlyMap<string, string> = new Map([['联合网络通信', '联通']])
const OF_CARRIER = /^(?:有限(?:责任)?公司|分?公司)$/u
const BY_PLACE = /^(移动|联通|电信|铁塔|邮政)(?:有限公司|分?公司)?$/u
const GRID = new RegExp(
  `^(?:国家电网|国网)${LEGAL}(?:[\\p{Script=Han}]{2,8}?电力(?:有限)?公司(?=.+供电))?`,
  'u',
)
const OF_GRID = /^(?:电力|供电)(?:有限公司|分?公司)?$/u
const LIMITED = /(?:股份)?有限(?:责任)?公司$/u
const BRANCH = /(?:分行|支行|营业部)$/u
const LEGAL_OF_BANK = /^(?:股份)?有限(?:责任)?公司/u

/**
 * The one name of a firm that is known to go by several, or of a branch that is one of a kind in its place; null of others.
 * @param within the division that the article is about
 */
export const firmCalled = (name: string, within: DivisionPath): string | null => {
  const plain = plainOf(name)
  // 中国电子科技集团有限公司 goes by 中国电子科技集团, and not by 中国电子科技
  const known = firms.get(plain) ?? firms.get(plain.replace(LIMITED, '')) ?? firms.get(coreOf(name))
  if (known !== undefined) return coreOf(known)
  return carrierCalled(plain, within) ?? gridCalled(plain, within) ?? bankCalled(plain, within)
}

const inPlace = (what: string, path: DivisionPath): string => `${what}(${path.replaceAll('/', '')})`

function carrierCalled(plain: string, within: DivisionPath): string | null {
  const full = CARRIER.exec(plain)
  const rest = plain.slice(full?.[0].length ?? 0)
  const own = ownDivisionOf(rest, within)
  if (!own) return null
  const tail = rest.slice(own.length)
  const brand = full ? OF_CARRIER.test(tail) && (IN_FULL.get(full[1]!) ?? full[1]) : BY_PLACE.exec(tail)?.[1]
  return brand ? inPlace(`中国${brand}`, own.path) : null
}

function gridCalled(plain: string, within: DivisionPath): string | null {
  const full = GRID.exec(plain)
  const rest = plain.slice(full?.[0].length ?? 0)
  const own = ownDivisionOf(rest, within)
  return own && OF_GRID.test(rest.slice(own.length)) && (full || /供电/.test(rest))
    ? inPlace('供电', own.path)
    : null
}

function bankCalled(plain: string, within: DivisionPath): string | null {
  if (!BRANCH.test(plain)) return null
  for (let n = plain.length - 2; n >= 2; n--) {
    const bank = firms.get(plain.slice(0, n))
    if (bank === undefined) continue
    const rest = plain.slice(n).replace(LEGAL_OF_BANK, '')
    const own = ownDivisionOf(rest, within)
    return bank + (own ? own.path.replaceAll('/', '') + rest.slice(own.length) : rest)
  }
  return null
}
