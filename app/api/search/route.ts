/** Where the results of `/search` stood as JSON; they have moved for ever to the search's own address. */
export function GET(request: Request) {
  const params = new URL(request.url).searchParams;
  params.set("format", "json");
  if (!params.has("page")) params.set("page", "1");
  return new Response(null, {
    status: 308,
    headers: { location: `/search?${params}`, "access-control-allow-origin": "*" },
  });
}
