export { type ClosingCalendarRequest, type ClosingSeries, closingCalendar } from './closing-calendar.ts'
export { type DutiesRequest, type Duty, dutiesCalendar, type Sitting, type WindowDay } from './duties-calendar.ts'
export { type CalendarLeg, type CalendarRequest, itineraryCalendar } from './itinerary-calendar.ts'
export { type WindowsRequest, windowsCalendar } from './windows-calendar.ts'
