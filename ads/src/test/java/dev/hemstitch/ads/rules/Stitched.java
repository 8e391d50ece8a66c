package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.RefusedBreak;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceMultivariant;
import dev.hemstitch.core.reference.ReferenceReader;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Output, read again by the reference reader. */
public final class Stitched {
    private final VodResult result;
    private final String uri;
    private final Map<String, String> inputs;

    Stitched(VodResult result, String uri, Map<String, String> inputs) {
        this.result = result;
        this.uri = uri;
        this.inputs = inputs;
    }

    public VodResult result() {
        return result;
    }

    public SplicePlan plan() {
        return result.plan();
    }

    /** The text of the first media playlist. */
    public String text() {
        return text(0);
    }

    public String text(int track) {
        return new String(PlaylistWriter.toBytes(result.tracks().get(track).playlist()), StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    public EffectivePlaylist playlist(int track) {
        return ReferenceReader.read(text(track));
    }

    public List<EffectiveSegment> segments() {
        return segments(0);
    }

    /** The segments of a track, their URIs absolute. */
    public List<EffectiveSegment> segments(int track) {
        String base = result.tracks().get(track).uri();
        return playlist(track).segments().stream()
                .map(segment -> segment.resolvedAgainst(base))
                .toList();
    }

    /** The segments of a playlist that was given, their URIs absolute. */
    public List<EffectiveSegment> source(String sourceUri) {
        return ReferenceReader.read(inputs.get(sourceUri)).segments().stream()
                .map(segment -> segment.resolvedAgainst(sourceUri))
                .toList();
    }

    /** The names of the segments' files, in order. */
    public List<String> names() {
        return names(0);
    }

    public List<String> names(int track) {
        return segments(track).stream()
                .map(segment -> segment.uri().substring(segment.uri().lastIndexOf('/') + 1))
                .toList();
    }

    /** The only segment whose URI ends so. */
    public EffectiveSegment segment(String name) {
        List<EffectiveSegment> found = segments().stream()
                .filter(segment -> segment.uri().endsWith("/" + name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    public List<Instant> dates(int track) {
        return segments(track).stream()
                .map(segment -> segment.derivedProgramDateTime().orElseThrow())
                .toList();
    }

    /** What plays: each asset's host with the discontinuity sequence number, repetitions left out. */
    public List<String> assets(int track) {
        List<String> assets = new ArrayList<>();
        for (EffectiveSegment segment : segments(track)) {
            BigInteger number = segment.discontinuitySequence();
            String asset = asset(segment.uri()) + "=" + number;
            if (assets.isEmpty() || !assets.get(assets.size() - 1).equals(asset)) {
                assets.add(asset);
            }
        }
        return assets;
    }

    /** {@code content}, or the folder of an ad. */
    private static String asset(String segment) {
        String folder = segment.startsWith("https://ads.example/") ? segment.substring(20) : "content/";
        return folder.substring(0, folder.indexOf('/'));
    }

    public ReferenceMultivariant multivariant() {
        return ReferenceMultivariant.read(multivariantText());
    }

    public String multivariantText() {
        return new String(PlaylistWriter.toBytes(result.multivariant().orElseThrow()), StandardCharsets.UTF_8);
    }

    public String multivariantUri() {
        return uri;
    }

    public List<SkipReason> refusedBreaks() {
        return plan().refusedBreaks().stream().map(RefusedBreak::reason).toList();
    }

    public List<SkipReason> refusedAds() {
        return plan().refusedAds().stream().map(ad -> ad.refused().reason()).toList();
    }
}
