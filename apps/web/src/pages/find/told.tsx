import type { FactName } from '@ieum/catalogue/records'
import { AnswersList } from './answers-list.tsx'
import { AskFor } from './ask-for.tsx'
import { FirmFileBox } from './firm-file-box.tsx'

/** What is known of the firm: the answers, a way to add one, and its file. */
export function Told({ onAsk }: { onAsk: (fact: FactName) => void }) {
  return (
    <div className="find-told">
      <AnswersList onChange={onAsk} />
      <AskFor onAsk={onAsk} />
      <FirmFileBox />
    </div>
  )
}
