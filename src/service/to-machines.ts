const toMachines =
  /(?:忽略|无视|忘记|忘掉|不要理会|不再遵守|绕过).{0,16}(?:指令|指示|提示词?|规则|要求|设定)|系统提示|提示词|你(?:现在|从现在起)?(?:是|扮演).{0,12}(?:助手|模型|机器人|AI|翻译)|(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|rule|above|previous)|system prompt|<\/?(?:system|assistant|user|instructions?)\b|"?(?:role|translations)"?\s*:\s*["[]/iu

/** True for a text that looks as if it speaks to the machine that reads it: it is not sent. */
export function speaksToMachines(zh: string): boolean {
  return toMachines.test(zh)
}
