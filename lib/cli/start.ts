import { serve } from "./serve";

/** `npm start`: runs the archive until it is told to stop. */
export const run = () => serve({ dev: false });
