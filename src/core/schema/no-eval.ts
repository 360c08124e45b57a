import { z } from 'zod';

/**
 * Imported first, by a page whose Content-Security-Policy forbids `eval`: the schema library then does not even probe for
 * it, and the policy has nothing to report. Objects are checked without compiled code, as exactly.
 */
z.config({ jitless: true });
