const provinces =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 武汉'
/** Provinces and their like by their short names, as alternatives of a pattern. */
export const province = provinces.split(' ').join('|')

/** True where a phrase is nothing but the name of a place: 广东, 万州区, 湖北省武汉市. */
export function isPlace(text: string): boolean {
  return placeOnly.test(text)
}

const placeOnly = new RegExp(
  `^(?:全[国省市县区]|我[国省市县区]|本[省市县区]|该[省市县区]|(?:${province})|[\\u4e00-\\u9fff]{1,6}(?:省|市|县|区|州|盟|旗|镇|乡|村|口岸))+$`,
)
