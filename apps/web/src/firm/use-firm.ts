import { useSyncExternalStore } from 'react'
import { type FirmHere, firmNow, listen } from './firm-store.ts'

export const useFirm = (): FirmHere => useSyncExternalStore(listen, firmNow)
