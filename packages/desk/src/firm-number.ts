/** The public number of a firm as somebody writes it, read after the scheme of its country. */
import type { CheckDigit, NumberScheme } from '@ieum/catalogue/records'

export type FirmNumber =
  /** `digits` is how it is stored and compared, `written` how it is shown. */
  | { readonly is: 'number'; readonly digits: string; readonly written: string }
  /** How many digits there are. */
  | { readonly is: 'wrong length'; readonly digits: number }
  /** Offset of the first character that does not belong there, from 0. */
  | { readonly is: 'wrong characters'; readonly at: number }
  | { readonly is: 'wrong check digit' }

/** Hyphens, dashes and spaces may stand anywhere; full-width digits and signs count as the narrow ones. */
export function readFirmNumber(text: string, scheme: NumberScheme): FirmNumber {
  const at = text.search(/[^0-9０-９\s\-\u2010-\u2015\u2212\uFE63\uFF0D]/)
  if (at >= 0) return { is: 'wrong characters', at }

  const digits = text.replace(/[^0-9０-９]/g, '').replace(/[０-９]/g, narrow)
  if (digits.length !== scheme.digits) return { is: 'wrong length', digits: digits.length }
  if (scheme.check && !fits(digits, scheme.check)) return { is: 'wrong check digit' }
  return { is: 'number', digits, written: firmNumberAsWritten(digits, scheme) }
}

/** The digits as they are written: `9998100015` is `999-81-00015`. */
export function firmNumberAsWritten(digits: string, scheme: NumberScheme): string {
  let next = 0
  return scheme.written.replace(/0/g, () => digits.charAt(next++))
}

function fits(digits: string, { weights, add_tens_of_last }: CheckDigit): boolean {
  const products = weights.map((weight, index) => weight * Number(digits[index]))
  const tens = add_tens_of_last ? Math.floor((products.at(-1) ?? 0) / 10) : 0
  const sum = products.reduce((total, product) => total + product, tens)
  return (sum + Number(digits.at(-1))) % 10 === 0
}

const narrow = (digit: string) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30)
