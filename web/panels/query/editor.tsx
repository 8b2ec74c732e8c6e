import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  closeBrackets,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { cypher } from '@codemirror/legacy-modes/mode/cypher'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, Prec } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  placeholder,
  type ViewUpdate,
} from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import type { ErrorPosition } from '../../../model/errors.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { suggestionsAt } from './complete.ts'

export interface Fault {
  position: ErrorPosition
  message: string
}

/** Whether all of the text was chosen and something else was written in its place. */
function replacesAll({ startState: { doc, selection }, changes }: ViewUpdate): boolean {
  let all = doc.length > 0 && selection.main.from === 0 && selection.main.to === doc.length
  changes.iterChangedRanges((from, to) => {
    if (from === 0 && to === doc.length) all = true
  })
  return all
}

/** CodeMirror with Cypher: what is typed, what may follow, and where it is wrong. */
export function Editor({
  text,
  parameters,
  fault,
  onText,
  onRun,
}: {
  text: string
  parameters: readonly string[]
  fault: Fault | null
  /** @param replaced whether all of the text before went at once */
  onText(text: string, replaced: boolean): void
  onRun(): void
}) {
  const language = useStore((s) => s.language)
  const holder = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const label = useRef(new Compartment())
  // what the editor calls is always the newest, without making it anew
  const now = useRef({ text, parameters, language, onText, onRun })
  now.current = { text, parameters, language, onText, onRun }

  useEffect(() => {
    const complete = (context: CompletionContext) => {
      const whole = context.state.doc.toString()
      const found = suggestionsAt(
        whole.slice(0, context.pos),
        whole,
        now.current.parameters,
        now.current.language,
      )
      return found && { ...found, validFor: /^[\w\u4e00-\u9fff]*$/ }
    }
    const run = () => {
      now.current.onRun()
      return true
    }
    const made = new EditorView({
      parent: holder.current!,
      state: EditorState.create({
        doc: '',
        extensions: [
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          StreamLanguage.define(cypher),
          syntaxHighlighting(classHighlighter),
          autocompletion({ override: [complete], activateOnTyping: true, icons: false }),
          // Tab takes a suggestion, else it leaves the editor: no trap for the keyboard
          keymap.of([
            { key: 'Tab', run: acceptCompletion },
            ...completionKeymap,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          EditorView.lineWrapping,
          placeholder('MATCH …'),
          EditorView.updateListener.of((update) => {
            const next = update.state.doc.toString()
            // what was put here by the page itself is no one's edit
            if (!update.docChanged || next === now.current.text) return
            now.current.onText(next, replacesAll(update))
          }),
          label.current.of([]),
        ],
      }),
    })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [])

  useEffect(() => {
    view.current?.dispatch({
      effects: label.current.reconfigure(
        EditorView.contentAttributes.of({
          'aria-label': say(language, 'cypher'),
          'data-testid': 'editor',
          spellcheck: 'false',
        }),
      ),
    })
  }, [language])

  useEffect(() => {
    const made = view.current
    if (!made || made.state.doc.toString() === text) return
    made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text } })
  }, [text])

  useEffect(() => {
    const made = view.current
    if (!made) return
    const { doc } = made.state
    const diagnostics = fault
      ? [
          (() => {
            const line = doc.line(Math.min(Math.max(1, fault.position.line), doc.lines))
            const from = Math.min(line.from + Math.max(0, fault.position.column - 1), line.to)
            const word = /^[\w$]+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 1
            return {
              from,
              to: Math.min(from + word, doc.length),
              severity: 'error' as const,
              message: fault.message,
            }
          })(),
        ]
      : []
    made.dispatch(setDiagnostics(made.state, diagnostics))
  }, [fault])

  return <div ref={holder} className="editor" />
}
