import { parseFeedback } from './feedback.ts';
import type { HooksResponse } from './http.ts';
import { failureResponse } from './operation-outcome.ts';
import type { HooksService } from './service.ts';

/** Stores feedback; thanks are given only once it is on disk (CDS Hooks 2.0, "Feedback"). */
export async function answerFeedback(service: HooksService, body: string): Promise<HooksResponse> {
  const { language } = service.configuration;
  const parsed = parseFeedback(body);
  if (!parsed.ok) {
    const { json, diagnostics } = parsed;
    return failureResponse({ code: json ? 'not-feedback' : 'not-json', diagnostics }, language);
  }
  try {
    await service.store.add(parsed.feedback, new Date(service.now()).toISOString());
  } catch {
    // Disk full, file locked or gone. The client is told and sends it again; /health tells whoever runs the service.
    return failureResponse({ code: 'not-stored' }, language, { 'retry-after': '30' });
  }
  for (const { outcome } of parsed.feedback) service.metrics.feedback(outcome);
  return { status: 200, headers: {}, body: '' };
}
