export { type FirmNumber, firmNumberAsWritten, readFirmNumber } from './firm-number.ts'
export {
  addWorkingDays,
  type Counted,
  isWorkingDay,
  type WorkCalendar,
  workCalendarOf,
  workingDaysBetween,
} from './working-days.ts'
