/** The explorer with its data in one file. */

import { embeddedText } from './embed.ts';
import { type PageFiles, pageFiles, selfContained } from './page.ts';
import type { Session } from './session.ts';

/** What a session shows at the moment as a page that needs no server. Decisions are shown, not taken, there. */
export const exportedPage = async (session: Session, files: PageFiles = pageFiles()): Promise<string> =>
  selfContained(files, embeddedText(session.state(), session.location, await session.decisions()));
