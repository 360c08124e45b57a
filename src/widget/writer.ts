import type { FunctionComponent } from 'preact';
import { composeOrderNote, type OrderNoteInput } from '../i18n/order-note.ts';
import { DecisionPanel } from './decision.tsx';
import type { Model } from './model.ts';
import { type SaveInput, type Saving, saveDecision } from './save-decision.ts';
import { Saved } from './saved.tsx';
import type { Stage } from './stage.ts';

/** Everything that comes after guidance: deciding, the note, writing it, and what stands on the order then. */
export interface Writer {
  readonly composeNote: (input: OrderNoteInput) => string;
  readonly save: (input: SaveInput) => Promise<Saving>;
  readonly DecisionPanel: FunctionComponent<{ readonly model: Model }>;
  readonly Saved: FunctionComponent<{ readonly model: Model; readonly saved: Extract<Stage, { kind: 'saved' }> }>;
}

/** Fetched once guidance is on screen, so that guidance does not wait for it. */
export const writer: Writer = { composeNote: composeOrderNote, save: saveDecision, DecisionPanel, Saved };
