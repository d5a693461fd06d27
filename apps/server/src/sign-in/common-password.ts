/**
 * Passwords that are tried first: words that lead every published list of broken passwords (NCSC, NordPass, Have I Been Pwned), runs of the
 * keyboard and of the alphabet, years and repeated signs, joined in any way (NIST SP 800-63B, 3.1.1.2). What is left besides has to be
 * something of one's own.
 */

/** Also Korean words, and what comes of typing them with the keyboard set to English. */
const words = [
  'password',
  'passwort',
  'passwd',
  'passw',
  'pass',
  'secret',
  'letmein',
  'welcome',
  'hello',
  'iloveyou',
  'love',
  'admin',
  'administrator',
  'master',
  'manager',
  'root',
  'user',
  'guest',
  'login',
  'test',
  'default',
  'changeme',
  'temp',
  'qwerty',
  'qwertz',
  'azerty',
  'asdf',
  'zxcv',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'superman',
  'batman',
  'princess',
  'sunshine',
  'shadow',
  'michael',
  'computer',
  'internet',
  'google',
  'samsung',
  'naver',
  'kakao',
  'korea',
  'seoul',
  'ieum',
  '비밀번호',
  '비번',
  '사랑해',
  '안녕하세요',
  '관리자',
  '대한민국',
  '이음',
  'qlalfqjsgh',
  'qlqjs',
  'tkfkdgo',
  'dkssudgktpdy',
  'dkssud',
  'rhksflwk',
  'eogksalsrnr',
  'bimilbeonho',
  'saranghae',
].toSorted((a, b) => b.length - a.length)

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '가나다라마바사아자차카타파하',
  'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ',
  'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap(row => [row, [...row].toReversed().join('')])

const shortestRun = 3
/** Signs of one's own that a password must have beside what anyone would try. */
const fewest = 4

const standIns: Readonly<Record<string, string>> = {
  a: '[a@4]',
  e: '[e3]',
  i: '[i1!]',
  l: '[l1]',
  o: '[o0]',
  s: '[s$5]',
}

/** `p@ssw0rd` is the word too. */
const triedFirst = new RegExp(words.map(word => [...word].map(sign => standIns[sign] ?? sign).join('')).join('|'), 'g')

/** `plain`: in small letters, without blanks. */
export const isCommonPassword = (plain: string): boolean => ownSigns(plain) < fewest

function ownSigns(text: string): number {
  const left = text
    .replaceAll(triedFirst, ' ')
    .replaceAll(/(?:19|20)\d\d/g, ' ')
    .replaceAll(/(.)\1{2,}/gu, ' ')
  return [...withoutRuns(left)].filter(sign => /[\p{L}\p{N}]/u.test(sign)).length
}

/** Without what follows a row of the keyboard or of the alphabet for a while. */
function withoutRuns(text: string): string {
  let kept = ''
  for (let at = 0; at < text.length; ) {
    const run = longestRun(text.slice(at))
    if (run < shortestRun) kept += text[at]!
    at += run < shortestRun ? 1 : run
  }
  return kept
}

function longestRun(text: string): number {
  let longest = 0
  for (const row of rows)
    for (let length = text.length; length > longest; length -= 1)
      if (row.includes(text.slice(0, length))) longest = length
  return longest
}
