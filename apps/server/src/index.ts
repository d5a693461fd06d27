export { type App, createApp, type Needs } from './app.ts'
export { openApiText } from './openapi.ts'
export { type Serving, serve } from './serve.ts'
