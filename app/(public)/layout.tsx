import { SiteFrame } from "@/app/_components/site-frame";

export default function PublicLayout({ children }: LayoutProps<"/">) {
  return <SiteFrame>{children}</SiteFrame>;
}
