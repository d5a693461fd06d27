import { useTranslation } from 'react-i18next'
import { useSubject } from '../../words/use-subject.ts'
import type { Net, Station } from './net.ts'

interface StageChipsProps {
  net: Net
  shown: readonly Station[]
  stages: ReadonlySet<string>
  onStages: (stages: ReadonlySet<string>) => void
}

/** What stands on the map beside the lines: the rest of a stage, when asked for. */
export function StageChips({ net, shown, stages, onStages }: StageChipsProps) {
  const { t } = useTranslation()
  const subject = useSubject()
  const drawn = new Set(shown.map(({ id }) => id))
  const counts = net.stages.map(stage => ({
    stage,
    more: [...net.stations.values()].filter(station => station.stage === stage && !drawn.has(station.id)).length,
  }))
  return (
    <fieldset className="network-stages">
      <legend>{t('network.stages')}</legend>
      <p className="field-help">{t('network.stagesHelp')}</p>
      <div className="network-chips">
        {counts
          .filter(({ stage, more }) => more > 0 || stages.has(stage))
          .map(({ stage, more }) => (
            <button
              key={stage}
              type="button"
              className="network-chip"
              aria-pressed={stages.has(stage)}
              onClick={() =>
                onStages(
                  stages.has(stage)
                    ? new Set([...stages].filter(other => other !== stage))
                    : new Set([...stages, stage]),
                )
              }
            >
              {stages.has(stage)
                ? t('network.stageAll', { stage: subject('stage', stage) })
                : t('network.stageMore', { stage: subject('stage', stage), count: more })}
            </button>
          ))}
      </div>
    </fieldset>
  )
}
