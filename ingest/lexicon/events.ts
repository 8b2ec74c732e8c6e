/** Fairs and conferences that go by several names, a line each, the one by which they are mostly called first. Public facts: their own sites. */
import { listsOf } from './words.ts'

export const EVENT_NAMES: readonly (readonly string[])[] = listsOf(`
进博会 中国国际进口博览会 国际进口博览会
服贸会 中国国际服务贸易交易会 国际服务贸易交易会
消博会 中国国际消费品博览会 国际消费品博览会
广交会 中国进出口商品交易会
链博会 中国国际供应链促进博览会
投洽会 中国国际投资贸易洽谈会 厦洽会
高交会 中国国际高新技术成果交易会
工博会 中国国际工业博览会
智博会 中国国际智能产业博览会 世界智能产业博览会
数博会 中国国际大数据产业博览会
东盟博览会 中国东盟博览会 东博会
西博会 中国西部国际博览会
中博会 中国中部投资贸易博览会
义博会 中国义乌国际小商品博览会
航展 中国国际航空航天博览会 珠海航展
农高会 中国杨凌农业高新科技成果博览会 杨凌农高会
文博会 中国深圳国际文化产业博览交易会 深圳文博会
`)
