import { SiteFrame } from "@/app/_components/site-frame";
import { answerWithoutScripts } from "@/lib/cache/render-scope";

export default function PublicLayout({ children }: LayoutProps<"/">) {
  // The public pages are plain documents: no component of theirs needs the browser to do more than HTML does.
  answerWithoutScripts();
  return <SiteFrame>{children}</SiteFrame>;
}
