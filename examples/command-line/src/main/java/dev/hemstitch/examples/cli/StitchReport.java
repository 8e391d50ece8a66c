package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.interstitial.Interstitial;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.RefusedBreak;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchedTimeline;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.ads.stitch.vod.ImagePlaylists;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.core.text.Decimals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stitch did and did not, as JSON; times in seconds. */
final class StitchReport {
    private final Presentation content;
    private final SplicePlan plan;
    private final AskedBreaks asked;
    private final TrackingSchedule schedule;
    private final List<Interstitial> interstitials;

    /**
     * A report.
     *
     * @param interstitials what was scheduled; none if ads were spliced
     */
    StitchReport(Presentation content, SplicePlan plan, AskedBreaks asked, List<Interstitial> interstitials) {
        this.content = content;
        this.plan = plan;
        this.asked = asked;
        this.interstitials = interstitials;
        this.schedule = TrackingSchedule.of(plan, asked.breaks());
    }

    private record Indexed<T>(int index, T value) {}

    private static <T> List<Indexed<T>> indexed(List<T> values) {
        List<Indexed<T>> list = new ArrayList<>();
        for (T value : values) {
            list.add(new Indexed<>(list.size(), value));
        }
        return list;
    }

    void write(JsonWriter json) throws IOException {
        json.object(this, (report, members) -> {
            members.array("breaks", indexed(asked.names()), this::adBreak);
            members.texts(
                    "droppedRenditions",
                    plan.droppedTracks().stream()
                            .sorted()
                            .map(index -> content.tracks().get(index).name())
                            .toList());
            members.objects("droppedImages", droppedImages(), (name, image) -> {
                image.text("name", name);
                image.text("because", "its pictures are at the times of the content without ads");
            });
            members.array("timeline", plan.timeline().entries(), StitchReport::entry);
            new TrackingReport(schedule).write(members);
        });
    }

    /** Scheduled interstitials leave the content's own timeline as it is. */
    private List<String> droppedImages() {
        boolean spliced = !plan.points().isEmpty() && interstitials.isEmpty();
        return spliced ? content.multivariant().map(ImagePlaylists::in).orElse(List.of()) : List.of();
    }

    private void adBreak(Indexed<String> adBreak, JsonWriter json) throws IOException {
        int index = adBreak.index();
        json.text("asked", adBreak.value());
        json.text("id", asked.breaks().get(index).id());
        Optional<SplicePoint> point = plan.points().stream()
                .filter(candidate -> candidate.breaks().contains(index))
                .findFirst();
        json.bool("inserted", point.isPresent());
        if (point.isPresent()) {
            seconds(json, "cut", point.get().cutNanos());
            seconds(json, "resume", point.get().resumeNanos());
            List<PreparedAd> ads = point.get().ads().stream()
                    .filter(ad -> ad.breakIndex() == index)
                    .toList();
            json.array("ads", ads, StitchReport::ad);
            json.array("renditions", cuts(point.get()), (cut, members) -> rendition(cut, ads, members));
        }
        json.object(
                "interstitial",
                interstitials.stream().filter(one -> one.breakIndex() == index).findFirst(),
                StitchReport::interstitial);
        for (RefusedBreak refused : plan.refusedBreaks()) {
            if (refused.index() == index) {
                json.object("refused", refused, (value, members) -> {
                    members.text("reason", value.reason().name());
                    members.text("message", value.message());
                });
            }
        }
        json.objects(
                "refusedAds",
                plan.refusedAds().stream()
                        .filter(ad -> ad.breakIndex() == index)
                        .map(SplicePlan.RefusedAdOfBreak::refused)
                        .toList(),
                (refused, members) -> {
                    members.text("ad", refused.ad().id());
                    members.text("rendition", Optional.of(refused.track()).filter(track -> !track.isEmpty()));
                    members.text("reason", refused.reason().name());
                    members.text("message", refused.message());
                });
    }

    private static void interstitial(Interstitial interstitial, JsonWriter json) throws IOException {
        json.text("id", interstitial.id());
        seconds(json, "start", interstitial.startNanos());
        json.text("startDate", interstitial.startDate().toString());
        seconds(json, "duration", interstitial.durationNanos());
        if (interstitial.resumeOffsetNanos().isPresent()) {
            seconds(json, "resumeOffset", interstitial.resumeOffsetNanos().getAsLong());
        }
        json.texts("cue", interstitial.dateRange().cue());
        json.text("assetList", interstitial.listUri());
        json.array("assets", interstitial.assets(), (asset, members) -> {
            members.text("ad", asset.ad().id());
            members.text("uri", asset.uri());
            seconds(members, "duration", asset.durationNanos());
        });
    }

    private List<Indexed<TrackCut>> cuts(SplicePoint point) {
        return indexed(point.cuts()).stream()
                .filter(cut -> !plan.droppedTracks().contains(cut.index()))
                .toList();
    }

    private static void ad(PreparedAd ad, JsonWriter json) throws IOException {
        json.text("id", ad.ad().id());
        seconds(json, "duration", ad.durationNanos());
    }

    private void rendition(Indexed<TrackCut> cut, List<PreparedAd> ads, JsonWriter json) throws IOException {
        Track track = content.tracks().get(cut.index());
        json.text("name", track.name());
        seconds(json, "cut", cut.value().cutNanos());
        seconds(json, "skew", cut.value().skewNanos());
        List<AdTrack> matched = ads.stream()
                .flatMap(ad -> ad.tracks().stream())
                .filter(ad -> ad.content().equals(track))
                .toList();
        json.array("matched", matched, (ad, members) -> {
            members.text("name", ad.source().name());
            members.text("because", ad.explanation());
            members.flag("filler", ad.isFiller());
            seconds(members, "duration", ad.playlist().durationNanos());
        });
    }

    private static void entry(StitchedTimeline.Entry entry, JsonWriter json) throws IOException {
        json.text("plays", entry.ad().isPresent() ? "ad" : "content");
        seconds(json, "start", entry.startNanos());
        seconds(json, "end", entry.endNanos());
        seconds(json, "contentStart", entry.contentStartNanos());
        json.text("ad", entry.ad().map(StitchedTimeline.AdEntry::id));
    }

    static void seconds(JsonWriter json, String name, long nanos) throws IOException {
        json.decimal(name, Decimals.ofNanos(nanos));
    }
}
