/** 은 or 는, 이 or 가, 과 or 와, 으로 or 로: by whether the last syllable ends in a consonant; a digit is read as its Korean numeral. */
export function particleAfter(text: string, particle: string): string {
  const pairs: Readonly<Record<string, readonly [string, string]>> = {
    은: ['은', '는'],
    이: ['이', '가'],
    과: ['과', '와'],
    로: ['으로', '로'],
  }
  const [closed, open] = pairs[particle] ?? [particle, particle]
  const last = text.replace(/(?<![)\]"'\s])[)\]"'\s]+$/, '').at(-1) ?? ''
  const code = last.charCodeAt(0) - 0xac00
  // 로 stands after ㄹ as well.
  if (code >= 0 && code <= 11171) return code % 28 === 0 || (particle === '로' && code % 28 === 8) ? open : closed
  if (/\d/.test(last)) return '0136780'.includes(last) ? closed : open
  return /[lmnLMN]/.test(last) ? closed : open
}
