package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.matching.CodecFamily;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Start;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.uri.UriRebase;
import dev.hemstitch.core.uri.UriReferences;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the Multivariant Playlist true of the output: URIs, bandwidths, codecs, frame rates, I-frame playlists. */
final class MultivariantRewriter {
    private final Presentation content;
    private final SplicePlan plan;
    private final OutputLocations locations;
    private final UriRebase others;
    private final Map<String, Track> tracks = new HashMap<>();

    MultivariantRewriter(Presentation content, SplicePlan plan, OutputLocations locations) {
        this.content = content;
        this.plan = plan;
        this.locations = locations;
        this.others = new UriRebase(content.uri(), locations.multivariant());
        content.tracks().forEach(track -> tracks.put(UriReferences.resolve(content.uri(), track.name()), track));
    }

    MultivariantPlaylist rewrite(MultivariantPlaylist playlist, long contentNanos, boolean adsAreIndependent) {
        Optional<Start> start = StartOffsets.moved(playlist.start(), plan.timeline(), contentNanos);
        MultivariantPlaylist edited = playlist.toBuilder()
                .edit(tag -> tag instanceof Start written ? start.or(() -> Optional.of(written)) : edit(tag))
                .independentSegments(playlist.independentSegments() && adsAreIndependent)
                .build();
        return edited.mapUris(this::uri);
    }

    private Optional<Track> track(String reference) {
        return Optional.ofNullable(tracks.get(UriReferences.resolve(content.uri(), reference)));
    }

    private String uri(String reference) {
        String output = locations.multivariant();
        Optional<Track> track = track(reference);
        if (track.isEmpty()) {
            return others.apply(reference);
        }
        String there = locations.playlist(track.get());
        boolean inPlace = there.equals(track.get().uri()) && output.equals(content.uri());
        return inPlace ? reference : UriRebase.harmless(UriReferences.relativize(output, there));
    }

    private Optional<? extends AttributeTag> edit(AttributeTag tag) {
        if (tag instanceof Variant variant) {
            return Optional.of(variant(variant));
        }
        if (tag instanceof IFrameVariant iFrames) {
            Optional<Track> track = track(iFrames.uri());
            boolean dropped = track.isPresent()
                    && plan.droppedTracks().contains(content.tracks().indexOf(track.get()));
            return dropped ? Optional.empty() : Optional.of(iFrames(iFrames));
        }
        return Optional.of(tag);
    }

    private Variant variant(Variant variant) {
        List<Variant> others = ads(variant.uri()).stream()
                .flatMap(ad -> ad.source().variants().stream())
                .toList();
        AttributeTag.Builder<Variant> builder = variant.toBuilder();
        raise(builder, Variant.BANDWIDTH, variant.bandwidth(), others.stream().map(Variant::bandwidth));
        raise(
                builder,
                Variant.AVERAGE_BANDWIDTH,
                variant.averageBandwidth(),
                others.stream()
                        .map(other ->
                                other.averageBandwidth().isPresent() ? other.averageBandwidth() : other.bandwidth()));
        Optional<BigDecimal> frameRate =
                others.stream().flatMap(other -> other.frameRate().stream()).max(Comparator.naturalOrder());
        if (frameRate.isPresent()
                && variant.frameRate()
                        .filter(own -> own.compareTo(frameRate.get()) < 0)
                        .isPresent()) {
            builder.set(Variant.FRAME_RATE, frameRate.get());
        }
        List<String> codecs = union(variant.codecs(), others.stream().flatMap(other -> other.codecs().stream()));
        if (codecs.size() > variant.codecs().size()) {
            builder.set(Variant.CODECS, codecs);
        }
        return builder.build();
    }

    private IFrameVariant iFrames(IFrameVariant iFrames) {
        List<IFrameVariant> others = ads(iFrames.uri()).stream()
                .flatMap(ad -> ad.source().iFrames().stream())
                .toList();
        AttributeTag.Builder<IFrameVariant> builder = iFrames.toBuilder();
        raise(
                builder,
                IFrameVariant.BANDWIDTH,
                iFrames.bandwidth(),
                others.stream().map(IFrameVariant::bandwidth));
        raise(
                builder,
                IFrameVariant.AVERAGE_BANDWIDTH,
                iFrames.averageBandwidth(),
                others.stream()
                        .map(other ->
                                other.averageBandwidth().isPresent() ? other.averageBandwidth() : other.bandwidth()));
        List<String> codecs = union(iFrames.codecs(), others.stream().flatMap(other -> other.codecs().stream()));
        if (codecs.size() > iFrames.codecs().size()) {
            builder.set(IFrameVariant.CODECS, codecs);
        }
        return builder.build();
    }

    /** What the ads of all points have for the track of a URI; filler says nothing of bandwidths. */
    private List<AdTrack> ads(String reference) {
        Optional<Track> track = track(reference);
        return plan.points().stream()
                .flatMap(point -> point.ads().stream())
                .flatMap(ad -> ad.tracks().stream())
                .filter(ad -> track.isPresent() && ad.isFor(track.get()) && !ad.isFiller())
                .toList();
    }

    /** Raises a number that says how much the content needs to what the ads need; one that is absent stays so. */
    private static void raise(
            AttributeTag.Builder<?> builder, Attribute<Long> attribute, OptionalLong own, Stream<OptionalLong> others) {
        if (own.isPresent()) {
            long greatest = others.flatMapToLong(OptionalLong::stream)
                    .boxed()
                    .max(Long::compareUnsigned)
                    .orElse(own.getAsLong());
            if (Long.compareUnsigned(greatest, own.getAsLong()) > 0) {
                builder.set(attribute, greatest);
            }
        }
    }

    /** The content's codecs and those of the ads that are of the same families: what the segments really hold. */
    private static List<String> union(List<String> own, Stream<String> others) {
        Set<String> families = own.stream().map(CodecFamily::of).collect(Collectors.toSet());
        return Stream.concat(own.stream(), others.filter(codec -> families.contains(CodecFamily.of(codec))))
                .distinct()
                .toList();
    }
}
