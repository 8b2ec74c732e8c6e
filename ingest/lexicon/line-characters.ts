/** Places by the one character for which lines and roads take them, where that is not the first of their names: 京沪高铁, 甬金铁路, 沪渝高速. Public facts: what the lines are called. */
const TABLE = `北京京 上海沪 天津津 重庆渝 广州穗 成都蓉 福州榕 宁波甬 南京宁 南昌昌 武汉汉 太原并
河北冀 山西晋 山东鲁 河南豫 湖北鄂 湖南湘 广东粤 广西桂 海南琼 四川川 贵州黔 云南滇 福建闽 江西赣 安徽皖 浙江浙 江苏苏 西藏藏 内蒙古蒙 贵阳筑`

const characters = new Map(TABLE.split(/\s+/).map((row) => [row.slice(0, -1), row.at(-1)!]))

/** What may stand for a place in the name of a line. */
export const charactersOf = (place: string): string[] => [
  ...new Set([place[0]!, characters.get(place) ?? place[0]!]),
]
