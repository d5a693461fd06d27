import type { Language, Words } from '@ieum/catalogue/records'

/** Values that stand in the records of a firm. */
const words: Readonly<Record<string, Words>> = {
  selected: { ko: '선정', en: 'selected' },
  completed: { ko: '완료', en: 'completed' },
  failed: { ko: '중단·실패', en: 'failed' },
  lead: { ko: '주관', en: 'lead' },
  member: { ko: '참여', en: 'member' },
  individual: { ko: '단독', en: 'individual' },
  excellent: { ko: '우수', en: 'excellent' },
  normal: { ko: '보통', en: 'normal' },
  poor: { ko: '미흡', en: 'poor' },
  'head-office': { ko: '본사', en: 'head office' },
  branch: { ko: '지사', en: 'branch' },
  factory: { ko: '공장', en: 'factory' },
  'research-institute': { ko: '연구소', en: 'research institute' },
  firm: { ko: '기업', en: 'firm' },
  demand: { ko: '수요기업', en: 'demand firm' },
  robot: { ko: '로봇기업', en: 'robot maker' },
  'robot-si': { ko: '로봇 SI', en: 'robot integrator' },
  ai: { ko: 'AI 기업', en: 'AI firm' },
  si: { ko: '시스템통합', en: 'system integrator' },
  cloud: { ko: '클라우드', en: 'cloud provider' },
  supplier: { ko: '공급기업', en: 'supplier' },
  test: { ko: '실증기업', en: 'test firm' },
  manufacturer: { ko: '제조사', en: 'manufacturer' },
  designer: { ko: '디자인기업', en: 'design firm' },
  university: { ko: '대학', en: 'university' },
  institute: { ko: '연구기관', en: 'institute' },
  micro: { ko: '소상공인', en: 'micro' },
  small: { ko: '소기업', en: 'small' },
  medium: { ko: '중기업', en: 'medium' },
  'mid-sized': { ko: '중견기업', en: 'mid-sized' },
  large: { ko: '대기업', en: 'large' },
  'good-design': { ko: '우수디자인(GD)', en: 'Good Design' },
  'global-living-masterpiece': { ko: '글로벌생활명품', en: 'Global Living Masterpiece' },
  'korea-design-exhibition': { ko: '대한민국디자인전람회', en: 'Korea Design Exhibition' },
  'excellent-design-company': { ko: '디자인 우수기업', en: 'excellent design company' },
}

/** `완료`, `completed`; a value without a word is shown as it stands. */
export const sayRecordWord = (value: string, language: Language): string => words[value]?.[language] ?? value
