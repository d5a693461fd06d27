/** Who will read it: those who sit in the council, or anybody. A press notice is for everybody. */
export type Audience = 'council' | 'everyone'
