import type { Trail } from '../core/facts/origin.ts';
import type { ReportPlaces } from '../fhir/imaging/report-form.ts';
import type { LaunchGrant } from './find-draft.ts';
import { openReport, type ReportOutcome } from './open-report.ts';
import { readTrail } from './read-trail.ts';
import type { Connection } from './request.ts';

/** Reads what somebody asks to see of the record, once guidance is there. */
export interface RecordOpener {
  /** The report of an examination, as a document where there is one. */
  openReport(places: ReportPlaces): Promise<ReportOutcome>;
  /** Who recorded these resources (`Type/id`), by the record's own trail. */
  readTrail(references: readonly string[]): Promise<Trail>;
}

/** Opening for the patient of one launch, within what was granted. */
export function createRecordOpener(connection: Connection, launch: LaunchGrant): RecordOpener {
  return {
    openReport: (places) => openReport({ connection, launch, places }),
    readTrail: (references) => readTrail(connection, launch, references),
  };
}
