import type { EditorState } from '@codemirror/state';
import type { Guideline } from '../../core/schema/guideline.ts';
import type { FileName } from '../desk.ts';
import type { OwnIds } from './id-proposals.ts';
import { keysAt, textsUnder } from './json-tree.ts';

/** The guideline's own ids: from its text as it is typed, sound or not; beside the vignettes' text, from the sound document. */
export function ownIds(file: FileName, state: EditorState | null, document: Guideline | null): OwnIds {
  if (file === 'guideline.json' && state)
    return {
      criteria: keysAt(state, ['criteria']),
      evidence: keysAt(state, ['evidence']),
      parameters: keysAt(state, ['parameters']),
      recommendations: textsUnder(state, ['recommendations'], 'id'),
    };
  return {
    criteria: Object.keys(document?.criteria ?? {}),
    evidence: Object.keys(document?.evidence ?? {}),
    parameters: Object.keys(document?.parameters ?? {}),
    recommendations: document ? [...document.recommendations, document.otherwise].map(({ id }) => id) : [],
  };
}
