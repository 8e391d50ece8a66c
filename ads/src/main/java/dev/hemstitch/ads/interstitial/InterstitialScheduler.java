package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.SharedDateRanges;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Schedules ad breaks as HLS Interstitials: one EXT-X-DATERANGE for each break, the same in every Media Playlist; all else stays
 * byte for byte, but for URIs where the output stands elsewhere. If only some of the playlists have date ranges, only those and the
 * variants get the new ones ({@link SharedDateRanges}). If none of the playlists has dates, all get one on the first
 * segment and on each discontinuity.
 *
 * <p>An ad is named where it was read from: by X-ASSET-URI if it is the only one of its break and has an absolute URI, as that
 * attribute needs, else in an asset list. X-RESUME-OFFSET is 0 for insertion and the time of the ads for replacement, but for
 * replacement in a playlist that has not ended it is left out, so that viewers keep their distance to the live edge.
 *
 * <p>A break at 0 has CUE PRE, one at the end of a playlist that has ended POST. Where the window of a live playlist has slid, its
 * start is no start: a break that has come there has no CUE, as before.
 *
 * <p>Whatever is wrong with an ad or a break leaves it out, with a reason in the plan; the content plays on. Immutable
 * and safe for use by several threads.
 */
public final class InterstitialScheduler {
    private static final VodStitcher MOVING = new VodStitcher(StitchOptions.DEFAULT);

    private final InterstitialOptions options;

    /**
     * A scheduler.
     *
     * @param options how to schedule
     */
    public InterstitialScheduler(InterstitialOptions options) {
        this.options = options;
    }

    /**
     * Schedules breaks.
     *
     * @param content the content
     * @param breaks the breaks, in any order; several at one place play in the order given
     * @param locations where the output will stand
     * @param lists where asset lists will be served; asked once for each interstitial that has one
     * @return the presentation and its interstitials; what could not be done is refused in its plan, never thrown
     */
    public InterstitialResult schedule(
            Presentation content, List<AdBreak> breaks, OutputLocations locations, AssetListLocations lists) {
        VodResult moved = MOVING.stitch(content, List.of(), locations);
        ContentBoundaries boundaries = new ContentBoundaries(content.reference().playlist());
        ContentClock clock = new ContentClock(content.tracks(), options.epoch());
        InterstitialPlanner planner = new InterstitialPlanner(content, options, boundaries, clock);
        SplicePlan plan = planner.plan(breaks);
        if (planner.planned().isEmpty()) {
            return new InterstitialResult(new VodResult(moved.multivariant(), moved.tracks(), plan), List.of());
        }
        List<String> places =
                moved.tracks().stream().map(VodResult.StitchedTrack::uri).toList();
        Drafts drafts = new Drafts(content, boundaries, clock, places, lists);
        for (InterstitialPlanner.Planned planned : planner.planned()) {
            drafts.add(planned, breaks.get(planned.index()));
        }
        SharedDateRanges ranges = new SharedDateRanges(content);
        List<VodResult.StitchedTrack> tracks = new ArrayList<>();
        for (int i = 0; i < moved.tracks().size(); i++) {
            VodResult.StitchedTrack track = moved.tracks().get(i);
            boolean gets = ranges.reach(i);
            InterstitialWriter writer = new InterstitialWriter(
                    clock, gets ? drafts.scheduled : List.of(), gets ? drafts.tags.get(i) : List.of());
            MediaPlaylist complete = ranges.complete(i, track.playlist(), track.uri());
            tracks.add(new VodResult.StitchedTrack(track.content(), track.uri(), writer.write(complete)));
        }
        return new InterstitialResult(new VodResult(moved.multivariant(), tracks, plan), drafts.scheduled);
    }

    /** What becomes of planned breaks, and their tags for each track. */
    private final class Drafts {
        private final InterstitialTag tag = new InterstitialTag(options);
        private final ContentBoundaries boundaries;
        private final ContentClock clock;
        private final InterstitialIds ids;
        private final boolean isComplete;
        private final boolean startIsFixed;
        private final List<String> places;
        private final AssetListLocations lists;
        private final List<Interstitial> scheduled = new ArrayList<>();
        private final List<List<DateRange>> tags = new ArrayList<>();

        private Drafts(
                Presentation content,
                ContentBoundaries boundaries,
                ContentClock clock,
                List<String> places,
                AssetListLocations lists) {
            this.boundaries = boundaries;
            this.clock = clock;
            this.ids = new InterstitialIds(content.tracks());
            this.isComplete = content.tracks().stream().map(Track::playlist).allMatch(playlist -> playlist.endList());
            MediaPlaylist reference = content.reference().playlist();
            this.startIsFixed = isComplete
                    || reference.mediaSequence() == 0
                    || reference.playlistType().equals(Optional.of(PlaylistType.EVENT));
            this.places = places;
            this.lists = lists;
            places.forEach(place -> tags.add(new ArrayList<>()));
        }

        private void add(InterstitialPlanner.Planned planned, AdBreak adBreak) {
            IsoDateTime start = IsoDateTime.of(clock.at(planned.startNanos()));
            String id = ids.of(adBreak, start.value());
            AssetList list = new AssetList(AssetList.of(planned.ads()).assets(), options.skipControl());
            boolean needsList = options.alwaysList()
                    || list.assets().size() > 1
                    || !UriReferences.isAbsolute(list.assets().get(0).uri());
            Optional<String> listUri = needsList ? Optional.of(AssetUris.harmless(lists.of(id))) : Optional.empty();
            String attribute = needsList ? "X-ASSET-LIST" : "X-ASSET-URI";
            List<String> references = listUri.map(uri -> AssetUris.references(places, uri))
                    .orElseGet(() -> places.stream()
                            .map(place -> list.assets().get(0).uri())
                            .toList());
            InterstitialTag.Timing timing = timing(planned, start);
            for (int i = 0; i < places.size(); i++) {
                String uri = references.get(i);
                tags.get(i)
                        .add(tag.of(
                                id, timing, attribute, options.identifying() ? AssetUris.identified(uri, id) : uri));
            }
            scheduled.add(new Interstitial(
                    id,
                    planned.index(),
                    planned.startNanos(),
                    start,
                    timing.resumeOffsetNanos(),
                    tags.get(0).get(scheduled.size()),
                    list.assets(),
                    listUri,
                    listUri.map(list::servedFrom).orElse(list)));
        }

        private InterstitialTag.Timing timing(InterstitialPlanner.Planned planned, IsoDateTime start) {
            boolean resumes = options.mode() == SpliceMode.INSERT || isComplete;
            return new InterstitialTag.Timing(
                    start,
                    planned.adNanos(),
                    resumes ? OptionalLong.of(planned.resumeNanos() - planned.startNanos()) : OptionalLong.empty(),
                    planned.startNanos() == 0 && startIsFixed,
                    isComplete && planned.startNanos() == boundaries.endNanos(),
                    boundaries.isBoundary(planned.startNanos()),
                    boundaries.isBoundary(planned.resumeNanos()));
        }
    }
}
