/** Common rules, read and put on the days on which they are in force: an exclusion, and of a cap what is left as well. */
import { isAlwaysNamed, programmesOf } from '@ieum/catalogue/applies'
import type { Catalogue, CommonRule } from '@ieum/catalogue/records'
import { inBranches } from '../branches.ts'
import type { Form } from '../form.ts'
import type { Pointer, Rule, RuledCap, RuledCommonRule, RuledEdition } from '../rulebook.ts'
import { numberType } from '../vocabulary.ts'
import { condition, type Desk } from './desk.ts'

/** What a common rule adds to the editions of one programme. */
interface Addition {
  readonly exclusion: Rule
  readonly cap?: RuledCap
}

export interface ReadCommonRules {
  readonly rules: readonly RuledCommonRule[]
  /** The edition of a programme with the common rules that are for it. */
  readonly added: (programme: string, edition: RuledEdition) => RuledEdition
}

export function readCommonRules(catalogue: Catalogue, desk: Desk): ReadCommonRules {
  const { commonRules = [], parameters } = catalogue
  const ids = new Set(catalogue.programmes.map(({ id }) => id))
  const additions = new Map<string, Addition[]>()
  const rules = commonRules.map((rule): RuledCommonRule => {
    const programmes = [...programmesOf(rule.applies, parameters)].filter(id => ids.has(id))
    const read = readRule(rule, desk)
    for (const programme of programmes) {
      const named = isAlwaysNamed(programme, rule.applies, parameters)
        ? []
        : [namedIn(rule.applies.listed_in!, programme)]
      const added = additions.get(programme) ?? []
      additions.set(programme, [...added, additionOf(rule, numbered(read, named, desk))])
    }
    const { id, label, source, valid } = rule
    return { id, label, source, ...(valid && { valid }), programmes, ...numbered(read, [], desk) }
  })
  return {
    rules,
    added: (programme, edition) => {
      const own = additions.get(programme)
      if (!own) return edition
      const caps = own.flatMap(({ cap }) => cap ?? [])
      return {
        ...edition,
        exclusions: [...edition.exclusions, ...own.map(({ exclusion }) => exclusion)],
        ...(caps.length > 0 && { caps }),
      }
    },
  }
}

/** A condition or an amount: FEEL with its form. */
interface Written {
  readonly text: string
  readonly form: Form
}

interface ReadRule {
  /** What must hold for it to be in force. */
  readonly inForce: readonly Written[]
  readonly exclusion: Written
  readonly left?: Written
}

/** Undefined when a sentence is at fault. */
function readRule(rule: CommonRule, desk: Desk): ReadRule | undefined {
  const pointer: Pointer = ['common-rules', rule.id]
  const inForce = [
    ...(rule.valid?.from === undefined ? [] : [onDay('>=', rule.valid.from)]),
    ...(rule.valid?.to === undefined ? [] : [onDay('<=', rule.valid.to)]),
  ]
  if (rule.exclusion) {
    const form = desk.form(rule.exclusion.when, [...pointer, 'exclusion', 'when'], condition)
    return form && { inForce, exclusion: { text: rule.exclusion.when, form } }
  }
  if (!rule.cap) return undefined
  const most = desk.form(rule.cap.most, [...pointer, 'cap', 'most'], amount)
  const used = rule.cap.used.map((text, index) => desk.form(text, [...pointer, 'cap', 'used', index], amount))
  if (!most || used.includes(undefined)) return undefined
  const left: Written = {
    text: [rule.cap.most, ...rule.cap.used].map(text => `(${text})`).join(' - '),
    form: used.reduce<Form>((left, of) => ({ is: 'arithmetic', by: '-', left, right: nullAsZero(of!) }), most),
  }
  const nothingLeft = inBranches(left.form, branch => ({ is: 'compare', by: '<=', left: branch, right: zero }))
  return { inForce, exclusion: { text: `${left.text} <= 0`, form: nothingLeft }, left }
}

const amount = { type: numberType, name: 'an amount' }

const zero: Form = { is: 'constant', type: 'number', value: 0 }
const nothing: Form = { is: 'constant', type: 'null', value: null }

/** The sum of an empty list is null in FEEL. */
const nullAsZero = (used: Form): Form => ({
  is: 'if',
  when: { is: 'compare', by: '=', left: used, right: nothing },
  yes: zero,
  no: used,
})

const onDay = (by: '>=' | '<=', day: string): Written => ({
  text: `on ${by} date("${day}")`,
  form: {
    is: 'compare',
    by,
    left: { is: 'fact', fact: 'on' },
    right: { is: 'constant', type: 'date', value: day },
  },
})

const namedIn = (parameter: string, programme: string): Written => ({
  text: `list contains(${parameter}, "${programme}")`,
  form: {
    is: 'call',
    call: 'list contains',
    with: [
      { is: 'parameter', parameter },
      { is: 'constant', type: 'text', value: programme },
    ],
  },
})

/** The numbers of its sentences, in force on the days on which all conditions hold. */
function numbered(
  read: ReadRule | undefined,
  conditions: readonly Written[],
  desk: Desk,
): Pick<RuledCommonRule, 'sentence' | 'left'> {
  if (!read) return {}
  const inForce = [...conditions, ...read.inForce]
  const both = (of: Written): Written => ({
    text: [...inForce.map(({ text }) => text), `(${of.text})`].join(' and '),
    form: { is: 'and', of: [...inForce.map(({ form }) => form), of.form] },
  })
  const { exclusion, left } = read
  const when = inForce.length === 0 ? exclusion : both(exclusion)
  return {
    sentence: desk.number(when.text, when.form),
    ...(left && {
      left: inForce.length === 0 ? desk.number(left.text, left.form) : desk.number(...ifInForce(inForce, left)),
    }),
  }
}

function ifInForce(inForce: readonly Written[], { text, form }: Written): [string, Form] {
  const [first] = inForce
  const when: Form = inForce.length === 1 ? first!.form : { is: 'and', of: inForce.map(({ form }) => form) }
  const said = inForce.map(({ text }) => text).join(' and ')
  return [`if ${said} then ${text} else null`, { is: 'if', when, yes: form, no: nothing }]
}

/** As an exclusion of an edition; one that could not be read is for an official to judge. */
function additionOf(
  { id, label }: CommonRule,
  { sentence, left }: Pick<RuledCommonRule, 'sentence' | 'left'>,
): Addition {
  const rule = { id, label, common: true as const }
  return {
    exclusion: sentence === undefined ? { ...rule, judgement: true } : { ...rule, sentence },
    ...(left !== undefined && { cap: { rule: id, left } }),
  }
}
