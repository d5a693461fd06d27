/** The harmless file that every virus scanner knows (EICAR), so that an operator can see the looking through at work without one. */
import { refuseIf } from './refusal.ts'

// In two parts: a scanner on the machine of who develops this would take the source for it.
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('-'))

export const refuseTestVirus = (content: Buffer): void => refuseIf(content.includes(eicar), 'virus')
