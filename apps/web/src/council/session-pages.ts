/** The pages of a sitting come as one, with their words: in the room, everything must be there before the network goes. */
import { speakCouncilRoom } from '../words/council-room-words.ts'
import { speakDesk } from '../words/desk-words.ts'

export { RoomPage } from './room/room-page.tsx'
export { ScreenPage } from './screen/screen-page.tsx'
export { SessionPage } from './session/session-page.tsx'

await Promise.all([speakDesk(), speakCouncilRoom()])
