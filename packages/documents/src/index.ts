export { type CalendarLeg, type CalendarRequest, itineraryCalendar } from './itinerary-calendar.ts'
export { type WindowsRequest, windowsCalendar } from './windows-calendar.ts'
