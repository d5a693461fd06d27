/** Letters to people: that there is something, its number and where to look. What it says of a firm is read after signing in. */
import type { Language } from '@ieum/catalogue/records'
import { sayNotice } from './notice-words.ts'

export interface WrittenLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface LetterParts {
  readonly language: Language
  readonly link: string
  /** Of the case, where it is about one. */
  readonly number?: string
  /** On which side of it the reader is. */
  readonly side?: string
}

export function noticeLetter(kind: string, { language, link, number, side }: LetterParts): WrittenLetter {
  const { title, text } = sayNotice(kind, language, side)
  const { greeting, caseNumber, open, closing } = words[language]
  return written(language, number ? `${title} (${number})` : title, [
    greeting,
    number ? `${title} ${caseNumber(number)}` : title,
    text,
    { says: open, link },
    closing,
  ])
}

/** To an agency that has no desk here: the link lets whoever has it read and answer this one case. */
export function oneTimeLetter({
  language,
  link,
  number,
  until,
}: LetterParts & { readonly until: string }): WrittenLetter {
  const { greeting, handed, answer, once, closing } = words[language]
  return written(language, number ? `${handed.title} (${number})` : handed.title, [
    greeting,
    handed.text,
    { says: answer, link },
    once(until),
    closing,
  ])
}

type Part = string | { readonly says: string; readonly link: string }

function written(language: Language, title: string, parts: readonly Part[]): WrittenLetter {
  const page = parts.map(part =>
    typeof part === 'string'
      ? `<p>${escaped(part)}</p>`
      : `<p>${escaped(part.says)}<br><a href="${escaped(part.link)}">${escaped(part.link)}</a></p>`,
  )
  return {
    subject: `[${words[language].name}] ${title}`,
    text: `${parts.map(part => (typeof part === 'string' ? part : `${part.says}\n${part.link}`)).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escaped(title)}</title><body style="font-family:sans-serif;line-height:1.6;max-width:36em">${page.join('')}</body></html>`,
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const words = {
  ko: {
    name: '이음',
    greeting: '안녕하세요.',
    caseNumber: (number: string) => `(연계 번호 ${number})`,
    open: '아래 주소에서 로그인한 뒤 확인해 주세요.',
    closing: '이 메일은 자동으로 보내 드렸습니다. 기업 정보는 메일에 담지 않습니다.',
    handed: {
      title: '다른 기관에서 기업을 이어 드립니다',
      text: '다른 기관이 기업의 동의를 받아 귀 기관의 지원사업으로 연계를 보냈습니다.',
    },
    answer: '아래 주소에서 내용을 보고 답해 주세요.',
    once: (until: string) =>
      `이 주소는 ${until}까지, 답을 한 번 보낼 때까지 쓸 수 있습니다. 다른 사람에게 전하지 마세요. 볼 때마다 접속기록이 남습니다.`,
  },
  en: {
    name: 'Ieum',
    greeting: 'Hello,',
    caseNumber: (number: string) => `(referral ${number})`,
    open: 'Please sign in and look here:',
    closing: 'This letter was sent automatically. Nothing about a firm stands in it.',
    handed: {
      title: 'A firm is handed on to you',
      text: 'Another agency has, with the consent of the firm, referred it to a programme of yours.',
    },
    answer: 'Please read the case and answer it here:',
    once: (until: string) =>
      `The link works until ${until}, and until one answer was sent. Please do not pass it on: each look is recorded.`,
  },
} as const
