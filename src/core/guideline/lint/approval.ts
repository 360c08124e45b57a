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
        message: 'The status is "active", but nobody has approved the guideline.',
        remedy: 'Fill in "approval" (by, date, reviewBy, specialties), or keep the status "draft" until somebody has.',
      },
    ];
  }
  if (approval.specialties.some(({ performing }) => performing)) return [];
  return [
    {
      code: 'approval-without-performing-specialty',
      path: ['approval', 'specialties'],
      message: 'No specialty that performs the examination has approved.',
      remedy: 'Have it approved by one, e.g. radiology, and list it with "performing": true.',
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
      message: `The guideline was to be reviewed by ${approval.reviewBy}.`,
      remedy: 'Review it with whoever approved it, and set a new date; or retire it.',
    },
  ];
}
