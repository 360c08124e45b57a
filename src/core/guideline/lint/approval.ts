import type { Guideline } from '../../schema/guideline.ts';
import type { Remark } from '../remark.ts';

/** A guideline is active only by the approval of a named person, with a specialty that performs the examination. */
export function lintApproval({ status, approval }: Guideline): readonly Remark[] {
  if (approval === null) {
    if (status !== 'active') return [];
    return [
      {
        code: 'active-without-approval',
        path: ['status'],
        message: {
          da: 'Status er "active", men ingen har godkendt retningslinjen.',
          en: 'The status is "active", but nobody has approved the guideline.',
        },
        remedy: {
          da: 'Udfyld "approval" (by, date, reviewBy, specialties), eller behold status "draft", til nogen har.',
          en: 'Fill in "approval" (by, date, reviewBy, specialties), or keep the status "draft" until somebody has.',
        },
      },
    ];
  }
  if (approval.specialties.some(({ performing }) => performing)) return [];
  return [
    {
      code: 'approval-without-performing-specialty',
      path: ['approval', 'specialties'],
      message: {
        da: 'Intet speciale, der udfører undersøgelsen, har godkendt.',
        en: 'No specialty that performs the examination has approved.',
      },
      remedy: {
        da: 'Få den godkendt af et, fx radiologi, og skriv det med "performing": true.',
        en: 'Have it approved by one, e.g. radiology, and list it with "performing": true.',
      },
    },
  ];
}

/** Whether the review was due before `now` (ISO date or date-time, passed in at the edge). */
export function lintReview({ status, approval }: Guideline, now: string): readonly Remark[] {
  if (status === 'retired' || approval === null || approval.reviewBy >= now.slice(0, 'YYYY-MM-DD'.length)) return [];
  return [
    {
      code: 'review-overdue',
      path: ['approval', 'reviewBy'],
      message: {
        da: `Retningslinjen skulle være gennemgået senest ${approval.reviewBy}.`,
        en: `The guideline was to be reviewed by ${approval.reviewBy}.`,
      },
      remedy: {
        da: 'Gennemgå den med dem, der godkendte den, og sæt en ny dato; eller tag den ud af brug.',
        en: 'Review it with whoever approved it, and set a new date; or retire it.',
      },
    },
  ];
}
