package dev.hemstitch.ads.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ads for one channel, as complete playlists for each of its renditions, and a slate. What they have of their own, such as
 * keys, ranges, discontinuities, dates, an EXT-X-START, differs from ad to ad. Immutable.
 */
public final class AdInventory {
    private static final String ROOT = "https://ads.example/";
    private static final int[] LENGTHS = {5, 10, 15, 15, 20, 30, 30, 45, 60, 7, 12, 47};

    private final ChannelOptions channel;
    private final Map<String, byte[]> playlists = new HashMap<>();
    private final Map<String, List<AdSegment>> byUri = new HashMap<>();
    private final Map<String, SimulatedAd> ads = new LinkedHashMap<>();
    private final SimulatedAd slate;

    /**
     * An inventory.
     *
     * @param channel the channel that it fits
     */
    public AdInventory(ChannelOptions channel) {
        this.channel = channel;
        Dice dice = Dice.of(channel.is.seed, 4);
        for (int i = 0; i < LENGTHS.length; i++) {
            AdShape shape = AdShape.random(dice, channel);
            add("ad" + i + "-" + LENGTHS[i], LENGTHS[i] * Seconds.NANOS + shape.oddNanos(), shape, dice);
        }
        add("toolong-20", 20 * Seconds.NANOS, AdShape.PLAIN.withSegment(9 * Seconds.NANOS), dice);
        if (channel.renditions().size() > 1) {
            add("lacking-15", 15 * Seconds.NANOS, AdShape.PLAIN.withoutLastRendition(), dice);
        }
        this.slate = add("slate", 10 * Seconds.NANOS, AdShape.PLAIN.withSegment(2 * Seconds.NANOS), dice);
        ads.remove("slate");
    }

    /** {@return the ads, without the slate} */
    public List<SimulatedAd> ads() {
        return List.copyOf(ads.values());
    }

    /** {@return what fills the time for which there is no ad} */
    public SimulatedAd slate() {
        return slate;
    }

    /**
     * {@return an ad, or the slate}
     *
     * @param id its id
     */
    public Optional<SimulatedAd> ad(String id) {
        return id.equals("slate") ? Optional.of(slate) : Optional.ofNullable(ads.get(id));
    }

    /**
     * A playlist of an ad.
     *
     * @param uri its URI
     * @return the bytes, not to be changed; empty if there is no such playlist
     */
    public Optional<byte[]> playlist(String uri) {
        return Optional.ofNullable(playlists.get(uri));
    }

    Optional<AdSegment> segment(String uri, long rangeStart) {
        // With a wrong offset it is meant to be the one that has these bytes.
        AdSegment found = null;
        for (AdSegment segment : byUri.getOrDefault(uri, List.of())) {
            found = found == null || segment.rangeStart() <= rangeStart ? segment : found;
        }
        return Optional.ofNullable(found);
    }

    /** The segments of an ad in a rendition; empty if it lacks it. */
    List<AdSegment> segments(String ad, String rendition) {
        return byUri.values().stream()
                .flatMap(List::stream)
                .filter(segment ->
                        segment.ad().equals(ad) && segment.rendition().equals(rendition))
                .sorted(java.util.Comparator.comparingInt(AdSegment::index))
                .toList();
    }

    private SimulatedAd add(String id, long nanos, AdShape shape, Dice dice) {
        String uri = ROOT + id + "/main.m3u8";
        List<ContentRendition> renditions = channel.renditions();
        ChannelOptions mine = channel;
        if (shape.lacksLast()) {
            renditions = renditions.subList(0, renditions.size() - 1);
            mine = channel.toBuilder().renditions(renditions).build();
        }
        playlists.put(uri, Multivariant.text(mine, "ad.m3u8").getBytes(StandardCharsets.UTF_8));
        long videoNanos = 0;
        int splitAt = shape.discontinuous() && nanos >= 8 * Seconds.NANOS ? 1 : 0;
        for (ContentRendition rendition : renditions) {
            List<AdSegment> segments = segments(id, nanos, rendition, shape, splitAt, dice);
            segments.forEach(segment -> byUri.computeIfAbsent(segment.uri(), key -> new ArrayList<>(1))
                    .add(segment));
            String text = new AdPlaylist(channel, rendition, shape).text(segments);
            playlists.put(ROOT + id + "/" + rendition.name() + "/ad.m3u8", text.getBytes(StandardCharsets.UTF_8));
            if (videoNanos == 0) {
                videoNanos =
                        segments.stream().mapToLong(AdSegment::durationNanos).sum();
            }
        }
        boolean usable = !shape.lacksLast() && shape.segmentNanos() < 6_500_000_000L;
        SimulatedAd ad = new SimulatedAd(id, uri, videoNanos, usable);
        ads.put(id, ad);
        return ad;
    }

    private List<AdSegment> segments(
            String id, long nanos, ContentRendition rendition, AdShape shape, int splitAt, Dice dice) {
        boolean audio = rendition.kind() == ContentRendition.Kind.AUDIO;
        long length = audio ? nanos + Seconds.ofMillis(18) : nanos;
        long step = audio && shape.segmentNanos() > 4 * Seconds.NANOS && shape.segmentNanos() < 7 * Seconds.NANOS
                ? 4_010_666_000L
                : shape.segmentNanos();
        List<Long> durations = new ArrayList<>();
        for (long at = 0; at < length; ) {
            long left = length - at;
            // No stub of less than a second at the end.
            long part = left < step + Seconds.NANOS ? left : step;
            if (part > step && part >= channel.targetNanos() + 490_000_000L) {
                part = part / 2_000_000 * 1_000_000;
            }
            durations.add(part);
            at += part;
        }
        String folder = ROOT + id + "/" + rendition.name() + "/";
        AdPlaylist protection = new AdPlaylist(channel, rendition, shape);
        List<AdSegment> segments = new ArrayList<>();
        long offset = 0;
        boolean ranges = shape.byteRanges() && rendition.kind() != ContentRendition.Kind.SUBTITLES;
        for (int i = 0; i < durations.size(); i++) {
            boolean splits = splitAt > 0 && i == splitAt && durations.size() > 1;
            int part = splitAt > 0 && i >= splitAt && durations.size() > 1 ? 1 : 0;
            long bytes = ranges ? dice.between(500, 5_000) : -1;
            String uri = folder + (ranges ? "all" : String.valueOf(i)) + protection.extension();
            segments.add(new AdSegment(
                    id,
                    rendition.name(),
                    i,
                    durations.size(),
                    part,
                    splits,
                    uri,
                    ranges ? offset : -1,
                    bytes,
                    Seconds.text(durations.get(i), audio ? 6 : 3),
                    durations.get(i),
                    protection.keys(folder, i),
                    protection.map(folder),
                    protection.mapKeys(folder)));
            offset += Math.max(0, bytes);
        }
        return segments;
    }
}
