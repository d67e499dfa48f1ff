import { goToToday } from "@/lib/years/loaders";

/** The address of today changes every day, so it leads on and is not kept itself. */
export function GET() {
  goToToday();
}
