export { type App, createApp, description, type Needs } from './app.ts'
export { type Serving, serve } from './serve.ts'
