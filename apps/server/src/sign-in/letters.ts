/** The letters of signing in. A link carries its token behind `#`: it reaches no server's log, and opening it changes nothing. */
export interface Letter {
  readonly kind: 'confirm' | 'reset' | 'already joined'
  readonly to: string
  readonly locale: 'ko' | 'en'
  readonly subject: string
  readonly text: string
}

interface Whom {
  readonly email: string
  readonly name: string
  readonly locale: 'ko' | 'en'
}

const words = {
  confirm: {
    ko: [
      '이음: 전자우편 주소를 확인해 주세요',
      '아래 주소를 열고 확인을 누르면 가입이 끝납니다. 한 시간 동안 쓸 수 있습니다.',
    ],
    en: [
      'Ieum: please confirm your e-mail address',
      'Open this address and confirm to finish joining. It works for an hour.',
    ],
  },
  reset: {
    ko: [
      '이음: 새 비밀번호 정하기',
      '아래 주소에서 새 비밀번호를 정할 수 있습니다. 한 시간 동안 한 번만 쓸 수 있습니다.',
    ],
    en: ['Ieum: choose a new password', 'Choose a new password at this address. It works once, for an hour.'],
  },
  'already joined': {
    ko: [
      '이음: 이미 가입되어 있습니다',
      '이 주소로 누군가 다시 가입하려고 했습니다. 본인이라면 아래에서 로그인하거나 새 비밀번호를 정하세요.',
    ],
    en: [
      'Ieum: you have joined already',
      'Someone tried to join again with this address. If it was you, sign in or choose a new password here.',
    ],
  },
} as const

const unasked = {
  ko: '요청하신 적이 없다면 이 편지를 무시하셔도 됩니다.',
  en: 'If you did not ask for this, you can leave it aside.',
} as const

export function letter(kind: Letter['kind'], { email, name, locale }: Whom, address: string): Letter {
  const [subject, sentence] = words[kind][locale]
  // A name is chosen by whoever joins: one line, and short, so that it cannot carry a message of its own.
  const greeting = name
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll(/[/:.@]/g, '')
    .slice(0, 40)
  return { kind, to: email, locale, subject, text: `${greeting}\n\n${sentence}\n\n${address}\n\n${unasked[locale]}\n` }
}
