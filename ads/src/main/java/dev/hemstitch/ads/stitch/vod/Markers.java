package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks ads in the output; the same on every track that is marked, so that their date ranges agree. */
final class Markers {
    /** The class of the date ranges that mark ads. */
    static final String CLASS = "dev.hemstitch.ad";

    private static final String CUE_OUT = "#EXT-X-CUE-OUT";
    private static final String CUE_IN = "#EXT-X-CUE-IN";

    private final PreparedVod content;
    private final MarkerStyle style;
    private final List<SplicePoint> points;
    private final List<List<String>> ids;

    Markers(PreparedVod content, SplicePlan plan, MarkerStyle style) {
        this(content, style, plan.points(), style == MarkerStyle.DATERANGE ? ids(content, plan.points()) : List.of());
    }

    private Markers(PreparedVod content, MarkerStyle style, List<SplicePoint> points, List<List<String>> ids) {
        this.content = content;
        this.style = style;
        this.points = points;
        this.ids = ids;
    }

    /** The marks on a track. */
    Markers on(PreparedTrack track) {
        return content.isMarked(track) ? this : new Markers(content, MarkerStyle.NONE, points, List.of());
    }

    /**
     * For each ad of each point an ID that nothing else has: of the content time and the place in the break, so that it
     * is the same whatever else is stitched.
     */
    private static List<List<String>> ids(PreparedVod content, List<SplicePoint> points) {
        Set<String> taken = new HashSet<>(content.dateRangeIds());
        List<List<String>> all = new ArrayList<>();
        for (SplicePoint point : points) {
            List<String> ofPoint = new ArrayList<>();
            for (int i = 1; i <= point.ads().size(); i++) {
                String id = "ad-" + point.cutNanos() / 1_000_000 + "-" + i;
                while (!taken.add(id)) {
                    id = "hemstitch-" + id;
                }
                ofPoint.add(id);
            }
            all.add(ofPoint);
        }
        return all;
    }

    /** Whether ads are not marked at all. */
    boolean areNone() {
        return style == MarkerStyle.NONE;
    }

    /** A seam with the lines before an ad's first segment; {@code behindAds} if another break's ads stand before it. */
    Seam beforeAd(Seam seam, int pointIndex, int adIndex, Optional<OffsetDateTime> date, boolean behindAds) {
        if (style == MarkerStyle.CUE && adIndex == 0) {
            Seam ended = behindAds ? behindBreak(seam) : seam;
            return ended.with(CUE_OUT + ":" + seconds(points.get(pointIndex).adNanos()));
        }
        return style == MarkerStyle.DATERANGE && date.isPresent()
                ? seam.with(range(pointIndex, adIndex, date.get()).line())
                : seam;
    }

    /** A seam with the line before content that goes on, unless that has it: two would be the end of two breaks. */
    Seam behindBreak(Seam seam, MediaSegment content) {
        return style == MarkerStyle.CUE && endsBreak(content) ? seam : behindBreak(seam);
    }

    private Seam behindBreak(Seam seam) {
        return style == MarkerStyle.CUE ? seam.with(CUE_IN) : seam;
    }

    /** Whether EXT-X-CUE-IN stands before a segment, and no break starts there before it. */
    private static boolean endsBreak(MediaSegment content) {
        for (PlaylistLine line : content.lines()) {
            if (isTag(line, CUE_IN) || isTag(line, CUE_OUT)) {
                return isTag(line, CUE_IN);
            }
        }
        return false;
    }

    private static boolean isTag(PlaylistLine line, String tag) {
        String text = line.text();
        return text.startsWith(tag) && (text.length() == tag.length() || text.charAt(tag.length()) == ':');
    }

    private DateRange range(int pointIndex, int adIndex, OffsetDateTime date) {
        PreparedAd ad = points.get(pointIndex).ads().get(adIndex);
        return DateRange.builder()
                .set(DateRange.ID, ids.get(pointIndex).get(adIndex))
                .set(DateRange.CLASS, CLASS)
                .set(DateRange.START_DATE, IsoDateTime.of(date))
                .set(DateRange.DURATION, Decimals.ofNanos(ad.durationNanos()))
                .set("X-AD-ID", AttributeValue.quoted(harmless(ad.ad().id())))
                .build();
    }

    /** An ad's id comes from outside: nothing in it may end the value or the line, or be taken for a variable. */
    private static String harmless(String id) {
        StringBuilder text = new StringBuilder();
        id.chars().forEach(c -> text.append(Character.isISOControl(c) || c == '"' ? '_' : (char) c));
        return text.toString().replace("{$", "{_");
    }

    private static String seconds(long nanos) {
        return Decimals.ofNanos(nanos).toPlainString();
    }
}
