import type { Language } from '@ieum/wording'
import { en } from './en.ts'
import { ko, type Words } from './ko.ts'

export type { Words }

export const wordsIn = (language: Language): Words => (language === 'ko' ? ko : en)
