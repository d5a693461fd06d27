export { about } from './about.ts'
export { network } from './network.ts'
