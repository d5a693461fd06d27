export type { Language } from '@ieum/catalogue/records'
export { sayDay, sayMonth, sayShortDay } from './days.ts'
export { sayExactMoney, sayMoney } from './money.ts'
