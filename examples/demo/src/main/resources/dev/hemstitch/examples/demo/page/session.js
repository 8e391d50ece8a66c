// Where the timeline of tracking.json lies on that of the player. For a film they are one. For a channel the service counts from the
// first segment that it gave this viewer, and the player from the first one that it loaded: the same only as long as neither starts
// again. What they have in common are dates, and the ads that stand in the playlist.

const TOLERANCE = 0.3;

/** What the URLs of an ad's playlists and segments have in common. */
const folderOf = (url) => url.match(/^.*\/ads\/media\/[^/]+\/[^/]+\//)?.[0];

/** The moments at which ads start in the playlist, with the folder that the ad is in. */
function adStarts(fragments) {
  return fragments
    .filter((fragment, i) => i > 0 && fragment.cc !== fragments[i - 1].cc && fragment.url.includes("/ads/media/"))
    .map((fragment) => ({ start: fragment.start, folder: folderOf(fragment.url) }));
}

/** How much later a moment is on the timeline of tracking.json than on that of the player. */
export function sessionOffset(details, tracking, likely) {
  if (!details?.live) {
    return 0;
  }
  const { fragments } = details;
  const dated = tracking.avails.find((avail) => avail.availProgramDateTime);
  if (dated && fragments[0].programDateTime) {
    const ahead = (Date.parse(dated.availProgramDateTime) - fragments[0].programDateTime) / 1000;
    return dated.startTimeInSeconds - fragments[0].start - ahead;
  }
  const starts = adStarts(fragments);
  const ads = tracking.avails.flatMap((avail) => avail.ads).map((ad) => ({
    start: ad.startTimeInSeconds,
    folder: folderOf(ad.mediaFiles.mediaFilesList[0]?.mediaFileUri ?? ""),
  }));
  const matches = (offset) => starts.filter(({ start, folder }) =>
    ads.some((ad) => ad.folder === folder && Math.abs(ad.start - offset - start) < TOLERANCE)).length;
  const candidates = starts.flatMap(({ start, folder }) => ads.filter((ad) => ad.folder === folder).map((ad) => ad.start - start));
  let best = likely;
  for (const candidate of candidates) {
    const better = matches(candidate) - matches(best);
    if (better > 0 || (better === 0 && Math.abs(candidate - likely) < Math.abs(best - likely))) {
      best = candidate;
    }
  }
  return best;
}
