import { serve } from "./serve";

/** `npm run dev`: runs the archive for development until it is told to stop. */
export const run = () => serve({ dev: true });
