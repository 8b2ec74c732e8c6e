/** Which division a name stands for goes by what else an article names. */
import { describe, expect, it } from 'vitest'
import { inFull, ownDivisionOf, qualifiedOf, Whereabouts } from '../../../ingest/link/places.ts'

const where = (...names: string[]) =>
  new Whereabouts(
    names.map((text) => ({ text, type: 'Place' })),
    '',
  )

describe('what many towns call a part of theirs', () => {
  it.each([
    ['东城', '北京', '北京市/东城区'],
    ['老城', '洛阳市', '河南省/洛阳市/老城区'],
  ])('%s is the district where its city is spoken of', (form, city, division) => {
    expect(qualifiedOf([form], where(city, form))).toBe(division)
  })

  it.each(['东城', '老城', '新城'])('%s is no other city’s', (form) => {
    expect(qualifiedOf([form], where('济南市', '历下区', form))).toBe('')
  })

  it('nor is what is named by it', () => {
    expect(ownDivisionOf('东城试验区', '湖北省/宜昌市')).toBeNull()
    expect(ownDivisionOf('东城试验区', '北京市')?.path).toBe('北京市/东城区')
  })
})

it('a city of a name of its own is known without more', () => {
  expect(qualifiedOf(['昆山'], where('济南市', '昆山'))).toBe('江苏省/苏州市/昆山市')
})

describe('a short form of several', () => {
  it.each([
    // the county that is called like its city lies in it
    ['长沙', ['湖南', '长沙市'], '湖南省/长沙市'],
    ['乌鲁木齐', ['新疆', '乌鲁木齐市'], '新疆维吾尔自治区/乌鲁木齐市'],
    ['长沙县', ['湖南', '长沙市'], '湖南省/长沙市/长沙县'],
    // 天津 has a 河北区
    ['河北', ['天津市', '滨海新区'], '河北省'],
    ['河北区', ['天津市', '滨海新区'], '天津市/河北区'],
  ])('%s beside %j is %s', (form, names, division) => {
    expect(qualifiedOf([form], where(...names, form))).toBe(division)
  })
})

describe('what is called by the level of its division', () => {
  it.each([
    ['市中心医院', '济南市中心医院'],
    ['省科学院', '山东省科学院'],
    // the article is about no county, and these begin with no level
    ['县中心医院', '县中心医院'],
    ['市民中心', '市民中心'],
    ['市区改造工程', '市区改造工程'],
    ['省会经济圈', '省会经济圈'],
  ])('%s is %s in an article on 济南', (name, full) => {
    expect(inFull(name, 'Institute', '山东省/济南市')).toBe(full)
  })
})

describe('the district of an article', () => {
  const mainOf = (...names: [string, 'Place' | 'Park'][]) =>
    new Whereabouts(
      names.map(([text, type]) => ({ text, type })),
      '',
    ).main()

  it('is none that a name only begins as', () => {
    expect(mainOf(['株洲', 'Place'], ['清水塘', 'Place'], ['清水塘', 'Place'])).toBe('湖南省/株洲市')
    expect(mainOf(['济南', 'Place'], ['明水经开区', 'Park'], ['明水经开区', 'Park'])).toBe('山东省/济南市')
  })
  it('is it where its city is spoken of, or no other', () => {
    const own: [string, 'Place' | 'Park'][] = [
      ['清水塘', 'Place'],
      ['清水塘', 'Place'],
    ]
    expect(mainOf(...own)).toBe('甘肃省/天水市/清水县')
    expect(mainOf(['天水市', 'Place'], ...own)).toBe('甘肃省/天水市/清水县')
    expect(mainOf(['株洲', 'Place'], ['清水县', 'Place'], ['清水县', 'Place'])).toBe('甘肃省/天水市/清水县')
  })
})
