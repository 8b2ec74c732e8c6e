import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { api } from '../../requests/api.ts'
import { mayEnd } from '../../requests/trouble.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import type { ParameterType } from './values.ts'

export interface Parameter {
  name: string
  type: ParameterType
  text: string
}

/** What the query leaves open, each by its type; an entity is found by its name. */
export function Parameters({
  parameters,
  wrong,
  onChange,
}: {
  parameters: readonly Parameter[]
  wrong: ReadonlySet<string>
  onChange(name: string, text: string): void
}) {
  const language = useStore((s) => s.language)
  if (parameters.length === 0) return null
  return (
    <fieldset className="parameters">
      <legend>{say(language, 'parameters')}</legend>
      {parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          wrong={wrong.has(parameter.name)}
          onChange={(text) => onChange(parameter.name, text)}
        />
      ))}
    </fieldset>
  )
}

function Field({
  parameter: { name, type, text },
  wrong,
  onChange,
}: {
  parameter: Parameter
  wrong: boolean
  onChange(text: string): void
}) {
  const language = useStore((s) => s.language)
  const id = useId()
  return (
    <div className={`choice${text ? ' set' : ''}`}>
      <label htmlFor={id}>${name}</label>
      {type === 'boolean' ? (
        <input
          id={id}
          type="checkbox"
          data-testid={`parameter-${name}`}
          checked={text === 'true'}
          onChange={(e) => onChange(String(e.target.checked))}
        />
      ) : type === 'entity' ? (
        <EntityField id={id} name={name} entity={text} onChange={onChange} />
      ) : (
        <input
          id={id}
          type={type === 'string' ? 'text' : 'number'}
          step={type === 'integer' ? 1 : 'any'}
          data-testid={`parameter-${name}`}
          value={text}
          aria-invalid={wrong}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
      <small className={wrong ? 'error' : 'muted'}>{say(language, `type_${type}`)}</small>
    </div>
  )
}

/** By name, as the search box finds it; the query gets the id. */
function EntityField({
  id,
  name,
  entity,
  onChange,
}: {
  id: string
  name: string
  entity: string
  onChange(text: string): void
}) {
  const [written, setTyped] = useState<string | null>(null)
  const list = useId()
  // what was chosen before this field was here is known by its id alone
  const chosen = useQuery({
    queryKey: ['entity', entity],
    queryFn: () => api.entity(entity),
    enabled: entity !== '' && written === null,
    retry: false,
  })
  const gone = chosen.isError && !mayEnd(chosen.error)
  useEffect(() => {
    if (gone) onChange('')
  }, [gone, onChange])
  const typed = written ?? (entity ? (chosen.data?.name ?? '') : '')
  const { data } = useQuery({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => api.search(typed, signal),
    enabled: written !== null && typed.trim() !== '',
  })
  const pick = (text: string) => {
    setTyped(text)
    onChange(data?.hits.find((hit) => hit.name === text)?.id ?? '')
  }
  return (
    <>
      <input
        id={id}
        type="text"
        list={list}
        data-testid={`parameter-${name}`}
        value={typed}
        onChange={(e) => pick(e.target.value)}
        onBlur={() => {
          const [best] = data?.hits ?? []
          if (best && typed.trim() !== '' && !data!.hits.some((hit) => hit.name === typed)) {
            setTyped(best.name)
            onChange(best.id)
          } else if (data?.hits.some((hit) => hit.name === typed)) pick(typed)
        }}
      />
      <datalist id={list}>
        {data?.hits.map((hit) => (
          <option key={hit.id} value={hit.name} />
        ))}
      </datalist>
    </>
  )
}
