export { daysBetween, sayDay, sayMonth, sayShortDay } from './days.ts'
export type { Language } from './language.ts'
export { sayExactMoney, sayMoney } from './money.ts'
