/** All routes where somebody acts, in one place. */
import { KeyUsedOtherwise, StillUnderWay } from '@ieum/services'
import type { DeskNeeds } from '../needs.ts'
import { problem } from '../problem.ts'
import { agreementRoutes } from '../routes/agreements.ts'
import { answerRoutes } from '../routes/answers.ts'
import { calendarFeedRoutes } from '../routes/calendar-feeds.ts'
import { closingAgreementRoutes } from '../routes/closing-agreements.ts'
import { contactRoutes } from '../routes/contact.ts'
import { councilImportRoutes } from '../routes/council-imports.ts'
import { councilPaperRoutes } from '../routes/council-papers.ts'
import { councilUpkeepRoutes } from '../routes/council-upkeep.ts'
import { councilRoutes } from '../routes/councils.ts'
import { decisionRoutes } from '../routes/decisions.ts'
import { dossierRoutes } from '../routes/dossier.ts'
import { exchangeRoutes } from '../routes/exchange.ts'
import { figureRoutes } from '../routes/figures.ts'
import { firmReferralRoutes } from '../routes/firm-referrals.ts'
import { firmRoutes } from '../routes/firms.ts'
import { followUpRoutes } from '../routes/follow-up.ts'
import { installationRoutes } from '../routes/installations.ts'
import { madePaperRoutes } from '../routes/made-papers.ts'
import { meRoutes } from '../routes/me.ts'
import { noticeRoutes } from '../routes/notices.ts'
import { oneTimeRoutes } from '../routes/one-time.ts'
import { openingRoutes } from '../routes/openings.ts'
import { paperRoutes } from '../routes/papers.ts'
import { postRoutes } from '../routes/posts.ts'
import { referralRoutes } from '../routes/referrals.ts'
import { roomRoutes } from '../routes/rooms.ts'
import { taskRoutes } from '../routes/tasks.ts'
import { trailRoutes } from '../routes/trails.ts'
import { type DeskApp, deskApp } from './desk-app.ts'

export function deskRoutes(needs: DeskNeeds): DeskApp {
  const app = deskApp(needs)
  meRoutes(app, needs)
  postRoutes(app, needs)
  firmRoutes(app, needs)
  referralRoutes(app, needs)
  firmReferralRoutes(app, needs)
  noticeRoutes(app, needs)
  contactRoutes(app, needs)
  answerRoutes(app, needs)
  oneTimeRoutes(app, needs)
  exchangeRoutes(app, needs)
  installationRoutes(app, needs)
  agreementRoutes(app, needs)
  decisionRoutes(app, needs)
  councilRoutes(app, needs)
  councilUpkeepRoutes(app, needs)
  councilImportRoutes(app, needs)
  councilPaperRoutes(app, needs)
  madePaperRoutes(app, needs)
  followUpRoutes(app, needs)
  closingAgreementRoutes(app, needs)
  roomRoutes(app, needs)
  calendarFeedRoutes(app, needs)
  taskRoutes(app, needs)
  openingRoutes(app, needs)
  figureRoutes(app, needs)
  dossierRoutes(app, needs)
  paperRoutes(app, needs)
  trailRoutes(app, needs)
  app.onError((error, c) => {
    if (error instanceof StillUnderWay)
      return problem(c, {
        status: 409,
        code: 'still-under-way',
        title: 'The same request is under way',
        detail: 'Ask again in a moment.',
      })
    if (error instanceof KeyUsedOtherwise)
      return problem(c, {
        status: 422,
        code: 'key-used-otherwise',
        title: 'This Idempotency-Key was used for another request',
      })
    throw error
  })
  return app
}
