export { type CalendarLeg, type CalendarRequest, itineraryCalendar } from './itinerary-calendar.ts'
