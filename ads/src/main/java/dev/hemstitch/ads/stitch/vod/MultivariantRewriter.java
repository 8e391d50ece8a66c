package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylistBuilder;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Start;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.uri.UriRebase;
import dev.hemstitch.core.uri.UriReferences;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the Multivariant Playlist true of the output: URIs, what tells how much variants and renditions need, I-frame playlists. */
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
        MultivariantPlaylistBuilder edited = playlist.toBuilder()
                .edit(tag -> tag instanceof Start written ? start.or(() -> Optional.of(written)) : edit(tag))
                .independentSegments(playlist.independentSegments() && adsAreIndependent);
        if (plan.points().isEmpty()) {
            ImagePlaylists.move(edited, others);
        } else {
            ImagePlaylists.remove(edited);
        }
        return edited.build().mapUris(this::uri);
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
        return tag instanceof Rendition rendition ? Optional.of(rendition(rendition)) : Optional.of(tag);
    }

    private Rendition rendition(Rendition rendition) {
        Stream<Optional<String>> channels = ads(rendition.uri().orElse("")).stream()
                .flatMap(ad -> ad.source().rendition().stream())
                .map(Rendition::channels);
        AttributeTag.Builder<Rendition> builder = rendition.toBuilder();
        MixedAttributes.channels(builder, rendition.channels(), channels);
        return builder.build();
    }

    /**
     * A variant of audio alone may get the audio rendition of an ad: the variants of the ad that use it tell its codecs, but
     * their bandwidths and what else they say is that of their video too.
     */
    private Variant variant(Variant variant) {
        List<AdTrack> ads = ads(variant.uri());
        List<Variant> others = ads.stream()
                .map(AdTrack::source)
                .filter(ad -> ad.kind() != TrackKind.AUDIO)
                .flatMap(ad -> ad.variants().stream())
                .toList();
        AttributeTag.Builder<Variant> builder = variant.toBuilder();
        MixedAttributes.raise(
                builder, Variant.BANDWIDTH, variant.bandwidth(), others.stream().map(Variant::bandwidth));
        MixedAttributes.raise(
                builder,
                Variant.AVERAGE_BANDWIDTH,
                variant.averageBandwidth(),
                others.stream()
                        .map(other ->
                                other.averageBandwidth().isPresent() ? other.averageBandwidth() : other.bandwidth()));
        MixedAttributes.range(
                builder,
                Variant.VIDEO_RANGE,
                variant.videoRange(),
                others.stream().map(Variant::videoRange));
        MixedAttributes.level(
                builder,
                Variant.HDCP_LEVEL,
                variant.hdcpLevel(),
                others.stream().map(Variant::hdcpLevel));
        Optional<BigDecimal> frameRate =
                others.stream().flatMap(other -> other.frameRate().stream()).max(Comparator.naturalOrder());
        if (frameRate.isPresent()
                && variant.frameRate()
                        .filter(own -> own.compareTo(frameRate.get()) < 0)
                        .isPresent()) {
            builder.set(Variant.FRAME_RATE, frameRate.get());
        }
        List<String> codecs = MixedAttributes.codecs(
                variant.codecs(),
                ads.stream().flatMap(ad -> ad.source().variants().stream()).map(Variant::codecs));
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
        MixedAttributes.raise(
                builder,
                IFrameVariant.BANDWIDTH,
                iFrames.bandwidth(),
                others.stream().map(IFrameVariant::bandwidth));
        MixedAttributes.raise(
                builder,
                IFrameVariant.AVERAGE_BANDWIDTH,
                iFrames.averageBandwidth(),
                others.stream()
                        .map(other ->
                                other.averageBandwidth().isPresent() ? other.averageBandwidth() : other.bandwidth()));
        MixedAttributes.range(
                builder,
                IFrameVariant.VIDEO_RANGE,
                iFrames.videoRange(),
                others.stream().map(IFrameVariant::videoRange));
        MixedAttributes.level(
                builder,
                IFrameVariant.HDCP_LEVEL,
                iFrames.hdcpLevel(),
                others.stream().map(IFrameVariant::hdcpLevel));
        List<String> codecs =
                MixedAttributes.codecs(iFrames.codecs(), others.stream().map(IFrameVariant::codecs));
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
}
