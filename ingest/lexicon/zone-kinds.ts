/**
 * What zones are called that are run as one and have others in them, as the last words of their names: what a pattern
 * lists of them. Public usage. Parks of one firm or one trade (产业园, 园区) are none.
 */
export const ZONE_KINDS =
  '新区|高新区|经开区|开发区|保税港?区|自贸区|示范区|试验区|先行区|合作区|起步区|科学城|科技城'
