/** Plans beside the page, so that the page never stands still. Nothing of the firm leaves the browser. */
import { companionsFor, type Planner, plannerOf, planQuestions } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { planInSteps } from './plan-in-steps.ts'
import type { Answer, Errand, FromPlanner, ToPlanner } from './plan-messages.ts'

/** In all; then the best found so far is shown, and that there may be better. */
const longest = 8_000

let known: { readonly rulebook: Rulebook; readonly planner: Planner } | undefined

addEventListener('message', ({ data }: MessageEvent<ToPlanner>) => {
  if (data.is === 'rulebook') known = { rulebook: data.rulebook, planner: plannerOf(data.rulebook) }
  else run(data.number, data.errand)
})

function run(number: number, errand: Errand): void {
  const tell = (answer: Answer): void => postMessage({ number, answer } satisfies FromPlanner)
  if (!known) return
  const { rulebook, planner } = known
  const end = performance.now() + longest
  const timeIsUp = () => performance.now() > end
  try {
    switch (errand.is) {
      case 'plan':
        for (const step of planInSteps(planner, errand.ask, timeIsUp)) tell({ is: 'planned', ...step })
        break
      case 'companions':
        tell({ is: 'companions', companions: companionsFor(rulebook, { ...errand.ask, timeIsUp })(errand.itinerary) })
        break
      case 'questions':
        tell({ is: 'questions', questions: planQuestions(planner, { ...errand.ask, timeIsUp }, errand.plan) })
        break
    }
  } catch (error) {
    tell({ is: 'failed', why: String(error) })
  }
}
